//go:build linux && (amd64 || arm64)

package confine

import (
	"fmt"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// become shuts the process in and becomes p's program. Everything is done on
// one thread, since the thread that calls exec is the one that lives on, and its
// locks with it.
func become(p Plan) error {
	runtime.LockOSThread()
	steps := []struct {
		name string
		do   func(Plan) error
	}{
		{"no new privileges", noNewPrivileges},
		{"landlock", landlock},
		{"capabilities", dropCapabilities},
		{"priority", yield},
		{"limits", setLimits},
		{"seccomp", filterCalls},
	}
	for _, step := range steps {
		if err := step.do(p); err != nil {
			return fmt.Errorf("confine: %s: %w", step.name, err)
		}
	}
	return fmt.Errorf("confine: exec %s: %w", p.Program, syscall.Exec(p.Program, p.Args, p.Env))
}

func noNewPrivileges(Plan) error { return unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) }

// dropCapabilities matters only where the desk is run by root, who could lift limits again.
func dropCapabilities(Plan) error {
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	return unix.Capset(&header, &none[0])
}

func yield(p Plan) error {
	if p.Nice <= 0 {
		return nil
	}
	return unix.Setpriority(unix.PRIO_PROCESS, 0, p.Nice)
}

func setLimits(p Plan) error {
	limits := []struct {
		which int
		value uint64
	}{
		{unix.RLIMIT_CORE, 0},
		{unix.RLIMIT_FSIZE, 0},
		{unix.RLIMIT_NOFILE, uint64(p.Files)},
		{unix.RLIMIT_DATA, p.Memory},
		{unix.RLIMIT_CPU, uint64(p.CPU)},
		{unix.RLIMIT_AS, p.Space},
	}
	for _, l := range limits {
		if l.which == unix.RLIMIT_AS && l.value == 0 {
			continue
		}
		// syscall's Setrlimit also stops exec from restoring the NOFILE limit
		// that the runtime found at its start.
		if err := syscall.Setrlimit(l.which, &syscall.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return fmt.Errorf("limit %d to %d: %w", l.which, l.value, err)
		}
	}
	return nil
}
