package batch

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Limits of an archive: enough for the reports of a province, too little for a bomb.
const (
	maxMembers      = 20_000
	maxArchiveBytes = 4 << 30 // unpacked, by what the directory says
)

// memberSeparator stands between an archive's path and the name inside it.
const memberSeparator = "!/"

// listArchive returns the members of a zip archive as sources of their own and
// says of the archive what became of it.
func listArchive(s *source) []*source {
	z, err := zip.OpenReader(s.file)
	if err != nil {
		s.fail("压缩包已损坏：" + err.Error())
		return nil
	}
	defer z.Close()
	if len(z.File) > maxMembers {
		s.fail(fmt.Sprintf("压缩包内文件超过 %d 个", maxMembers))
		return nil
	}
	s.status = StatusArchive
	var members []*source
	var total uint64
	for _, f := range z.File {
		name := memberName(f)
		if strings.HasSuffix(name, "/") {
			continue
		}
		m := &source{path: s.path + memberSeparator + name, file: s.file, member: f.Name, walked: true, size: int64(min(f.UncompressedSize64, 1<<62))}
		total += f.UncompressedSize64
		switch {
		case hiddenMember(name):
			m.skip("隐藏文件")
		case f.Flags&1 != 0:
			m.fail("压缩包加了密码")
		case f.UncompressedSize64 > maxInput || total > maxArchiveBytes:
			m.fail("压缩包解开后过大，未读取")
		}
		members = append(members, m)
	}
	return members
}

func hiddenMember(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// memberName is the readable name of a member: archives made on Chinese Windows
// carry GBK names without saying so. It is only shown and never used as a path.
func memberName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	folder := strings.HasSuffix(name, "/")
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if folder {
		name += "/"
	}
	return name
}

var errMemberGone = errors.New("压缩包在运行期间被改动")

// readMember unpacks one member into memory.
func readMember(archive, member string) ([]byte, error) {
	z, err := zip.OpenReader(archive)
	if err != nil {
		return nil, fmt.Errorf("压缩包已损坏：%w", err)
	}
	defer z.Close()
	for _, f := range z.File {
		if f.Name == member {
			return unpack(f)
		}
	}
	return nil, errMemberGone
}

func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("解压出错：%w", err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("解压出错：%w", err)
	}
	if len(b) > maxInput {
		return nil, errTooLarge
	}
	return b, nil
}
