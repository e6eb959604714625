package batch

import (
	"os/exec"
	"syscall"
)

// dieWithParent makes the kernel end the process when its parent is killed.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
