package media

import (
	"testing"

	"golang.org/x/sys/unix"
)

// RLIMIT_DATA does not count what a Go program maps over addresses it had reserved,
// so that a worker must be held by its addresses as well.
func TestWorkersAreHeldByTheirAddresses(t *testing.T) {
	s := sandbox(t)
	w, err := s.take()
	if err != nil {
		t.Fatal(err)
	}
	defer w.end()
	var limit unix.Rlimit
	if err := unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_AS, nil, &limit); err != nil {
		t.Fatal(err)
	}
	taken, writable, err := addresses(w.cmd.Process.Pid)
	if err != nil || limit.Max+writable+arena > taken+MaxMemory || limit.Cur > limit.Max {
		t.Errorf("it may have %d addresses and has taken %d, %v", limit.Cur, taken, err)
	}
}
