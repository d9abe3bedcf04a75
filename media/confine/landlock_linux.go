//go:build linux && (amd64 || arm64)

package confine

import (
	"errors"
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Landlock is the version of landlock in the running kernel, 0 where there is none.
func Landlock() int {
	v, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION)
	if errno != 0 {
		return 0
	}
	return int(v)
}

// What landlock restricts from the version given on. All of it is handled, so
// that what no rule allows is refused.
const (
	landlockFS1     = 1<<13 - 1
	landlockRead    = unix.LANDLOCK_ACCESS_FS_EXECUTE | unix.LANDLOCK_ACCESS_FS_READ_FILE | unix.LANDLOCK_ACCESS_FS_READ_DIR
	landlockDirOnly = unix.LANDLOCK_ACCESS_FS_READ_DIR
)

func landlockRules(abi int) unix.LandlockRulesetAttr {
	rules := unix.LandlockRulesetAttr{Handled_access_fs: landlockFS1}
	if abi >= 2 {
		rules.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_REFER
	}
	if abi >= 3 {
		rules.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_TRUNCATE
	}
	if abi >= 4 {
		rules.Handled_access_net = unix.LANDLOCK_ACCESS_NET_BIND_TCP | unix.LANDLOCK_ACCESS_NET_CONNECT_TCP
	}
	if abi >= 5 {
		rules.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_IOCTL_DEV
	}
	if abi >= 6 {
		rules.Scoped = unix.LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | unix.LANDLOCK_SCOPE_SIGNAL
	}
	return rules
}

// landlock allows reading and executing what the plan names, and nothing else.
// What an older version cannot restrict (truncating, the network) the system
// call filter refuses as well, so that any version will do; none will not,
// unless the plan is weak by its owner's decision.
func landlock(p Plan) error {
	abi := Landlock()
	if abi == 0 {
		if p.Weak {
			return nil
		}
		return errors.New("this kernel has none (CONFIG_SECURITY_LANDLOCK, and landlock in lsm=)")
	}
	rules := landlockRules(abi)
	set, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET,
		uintptr(unsafe.Pointer(&rules)), rulesSize(abi), 0)
	if errno != 0 {
		return fmt.Errorf("create the rules: %w", errno)
	}
	for _, path := range p.Read {
		if err := allowPath(int(set), path); err != nil {
			return err
		}
	}
	for _, fd := range p.Handed {
		if err := allow(int(set), fd, unix.LANDLOCK_ACCESS_FS_READ_FILE); err != nil {
			return fmt.Errorf("allow descriptor %d: %w", fd, err)
		}
	}
	if _, _, errno := unix.Syscall(unix.SYS_LANDLOCK_RESTRICT_SELF, set, 0, 0); errno != 0 {
		return fmt.Errorf("restrict: %w", errno)
	}
	return unix.Close(int(set))
}

// rulesSize is how much of the structure a kernel of that version knows.
func rulesSize(abi int) uintptr {
	switch {
	case abi >= 6:
		return 24
	case abi >= 4:
		return 16
	}
	return 8
}

func allowPath(set int, path string) error {
	file, err := os.OpenFile(path, unix.O_PATH, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("allow: %w", err)
	}
	defer file.Close()
	stat, err := file.Stat()
	if err != nil {
		return fmt.Errorf("allow: %w", err)
	}
	rights := uint64(landlockRead)
	if !stat.IsDir() {
		rights &^= landlockDirOnly
	}
	if err := allow(set, int(file.Fd()), rights); err != nil {
		return fmt.Errorf("allow %s: %w", path, err)
	}
	return nil
}

func allow(set, fd int, rights uint64) error {
	rule := unix.LandlockPathBeneathAttr{Allowed_access: rights, Parent_fd: int32(fd)}
	_, _, errno := unix.Syscall6(unix.SYS_LANDLOCK_ADD_RULE, uintptr(set), unix.LANDLOCK_RULE_PATH_BENEATH,
		uintptr(unsafe.Pointer(&rule)), 0, 0, 0)
	if errno != 0 {
		return errno
	}
	return nil
}
