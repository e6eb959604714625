#!/usr/bin/env python3
"""Run a command and print what it took: wall clock, CPU time, and the peak of the memory of all its processes together (PSS: what processes
share counts once; looked at twenty times a second, so a short peak may be missed) beside that of its largest process.

    measure.py NAME COMMAND...
"""
import os
import resource
import subprocess
import sys
import threading
import time


def family(root):
    """The process and all its descendants."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as f:
                    parents[int(entry)] = int(f.read().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
    found, new = {root}, {root}
    while new:
        new = {p for p, parent in parents.items() if parent in new} - found
        found |= new
    return found


def held(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as f:
            for line in f:
                if line.startswith("Pss:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def watch(process, peak):
    while process.poll() is None:
        peak[0] = max(peak[0], sum(held(p) for p in family(process.pid)))
        time.sleep(0.05)


def main():
    start = time.time()
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = [0]
    watcher = threading.Thread(target=watch, args=(process, peak))
    watcher.start()
    said = process.stderr.read()
    status = process.wait()
    wall = time.time() - start
    watcher.join()
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status not in (0, 1):
        sys.exit(said.decode())
    print(f"  {sys.argv[1]:20} {wall:8.2f} s wall {use.ru_utime + use.ru_stime:8.2f} s cpu "
          f"{peak[0] / 1024:6.0f} MB in all {use.ru_maxrss / 1024:6.0f} MB largest process", flush=True)


if __name__ == "__main__":
    main()
