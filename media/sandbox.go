package media

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/atleast-desk/atleast/media/confine"
)

// Sandbox starts the children that read files, and keeps a few of our own to
// spare a start for every picture. The zero value is strict and ready; Close it
// to end the children. It may be used by many goroutines at once.
type Sandbox struct {
	// Weak goes on where the kernel has no landlock: a child is then still bound
	// by its limits and by the filter of system calls, which refuses the network,
	// writing and other programs, but it can read what the desk's user can read.
	// Without it such a machine gets NoSandbox for every file.
	Weak bool

	cpu int // seconds of processor time a child of our own may use in its life; 0 for what workerFiles need

	mu    sync.Mutex
	idle  []*worker
	shut  bool
	known map[identity]Info // what ffprobe said
}

// Close ends the idle children; those at work end with their file.
func (s *Sandbox) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shut = true
	for _, w := range s.idle {
		w.end()
	}
	s.idle = nil
	return nil
}

// Do has a child run the named task on the file and returns what it answers. Ask
// for one of your own tasks: those handed to Child. The error is a *Refused
// where the file or the machine does not allow an answer, the context's where
// that ended first, and otherwise about opening path or starting a child.
func (s *Sandbox) Do(ctx context.Context, task, path string, arg []byte) ([]byte, error) {
	file, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", task, path, err)
	}
	defer file.Close()
	w, err := s.take()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", task, path, err)
	}
	result, err := w.do(ctx, order{Task: task, Arg: arg}, file)
	s.give(w)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", task, path, err)
	}
	return result, nil
}

// open opens a regular file, and neither waits on a pipe nor wakes a device.
func open(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	stat, err := file.Stat()
	if err == nil && !stat.Mode().IsRegular() {
		err = refuse(Unknown, "it is no regular file")
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// take returns an idle worker or starts one. How many there are is how many
// callers there are at once.
func (s *Sandbox) take() (*worker, error) {
	s.mu.Lock()
	if n := len(s.idle); n > 0 {
		w := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.mu.Unlock()
		return w, nil
	}
	s.mu.Unlock()
	return s.startWorker()
}

func (s *Sandbox) give(w *worker) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w.spent() || s.shut || len(s.idle) >= runtime.NumCPU() {
		w.end()
		return
	}
	s.idle = append(s.idle, w)
}

// errNoChild tells a programmer what is missing.
var errNoChild = errors.New("media: call media.Child() first in main, and in TestMain")

// libraries are the folders a program's own code is loaded from.
var libraries = []string{"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"}

// command is a child that will carry out the plan, in a session of its own, and
// is killed with all it started when the context ends.
func (s *Sandbox) command(ctx context.Context, p confine.Plan) (*exec.Cmd, error) {
	if !inMain {
		return nil, errNoChild
	}
	p.Weak, p.Memory, p.Files = s.Weak, MaxMemory, maxFiles
	p.Read = append(p.Read, libraries...)
	text, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, selfPath)
	cmd.Args = []string{confine.Name, string(text)}
	cmd.Env = p.Env
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	return cmd, nil
}

// verdict turns the end of a child into a refusal. said is what it printed.
func verdict(state *os.ProcessState, said string) *Refused {
	status, ok := state.Sys().(syscall.WaitStatus)
	switch {
	case state.ExitCode() == confine.Failed:
		return refuse(NoSandbox, "%s", said)
	case ranOutOfMemory(said):
		return refuse(OutOfMemory, "%s", said)
	case ok && status.Signaled() && (status.Signal() == syscall.SIGXCPU || status.Signal() == syscall.SIGKILL),
		state.UserTime()+state.SystemTime() >= MaxCPU:
		return refuse(OutOfTime, "stopped by %v", status.Signal())
	case ok && status.Signaled():
		return refuse(Crashed, "%v: %s", status.Signal(), said)
	}
	return refuse(Crashed, "exit code %d: %s", state.ExitCode(), said)
}
