package media

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/atleast-desk/atleast/media/confine"
)

// worker is a child of our own, seen from the desk.
type worker struct {
	cmd  *exec.Cmd
	conn *net.UnixConn
	said *lastWords
	done int
	dead bool
}

func (s *Sandbox) startWorker() (*worker, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("start a child: %w", err)
	}
	cmd, err := s.command(context.Background(), confine.Plan{
		Program: self,
		Args:    []string{workerName},
		Env:     []string{"LANG=C", "GOTRACEBACK=none"},
		Read:    []string{self},
		CPU:     cmp.Or(s.cpu, workerFiles*int(MaxCPU/time.Second)),
	})
	if err != nil {
		return nil, err
	}
	ours, theirs, err := socketPair()
	if err != nil {
		return nil, fmt.Errorf("start a child: %w", err)
	}
	defer theirs.Close()
	w := &worker{cmd: cmd, conn: ours, said: &lastWords{}}
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.Stderr = w.said
	if err := cmd.Start(); err != nil {
		_ = ours.Close()
		return nil, fmt.Errorf("start a child: %w", err)
	}
	return w, w.bound(self)
}

// bound waits until the worker is ready and then limits the address space it may
// take from there, so that it never has more than MaxMemory to write to. RLIMIT_DATA alone is not enough for a Go program:
// the kernel does not count what is mapped in place of addresses that were only
// reserved before, and one large allocation went past it.
func (w *worker) bound(self string) error {
	file, err := open(self)
	if err != nil {
		return fmt.Errorf("start a child: %w", err)
	}
	defer file.Close()
	if _, err := w.do(context.Background(), order{Task: aliveTask}, file); err != nil {
		return err
	}
	taken, writable, err := addresses(w.cmd.Process.Pid)
	if err == nil {
		most := taken + MaxMemory - min(writable+arena, MaxMemory/2)
		err = unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_AS, &unix.Rlimit{Cur: most, Max: most}, nil)
	}
	if err != nil {
		w.end()
		return fmt.Errorf("start a child: limit its addresses: %w", err)
	}
	return nil
}

// arena is how much the Go runtime reserves at a time before it writes there: what
// of that is left when a worker is bound becomes memory beyond what is counted.
const arena = 64 << 20

// addresses is how many bytes of address space a process has, and how many of them
// it may write to.
func addresses(pid int) (taken, writable uint64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, 0, err
	}
	var resident, shared, code, libraries uint64
	_, err = fmt.Sscan(string(text), &taken, &resident, &shared, &code, &libraries, &writable)
	page := uint64(os.Getpagesize())
	return taken * page, writable * page, err
}

func socketPair() (*net.UnixConn, *os.File, error) {
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, err
	}
	theirs := os.NewFile(uintptr(fds[1]), "child")
	file := os.NewFile(uintptr(fds[0]), "desk")
	defer file.Close()
	conn, err := net.FileConn(file)
	if err != nil {
		theirs.Close()
		return nil, nil, err
	}
	return conn.(*net.UnixConn), theirs, nil
}

// do sends an order with its file and waits for the answer. A worker that does
// not answer as it should is ended, and how it ended is the reason.
func (w *worker) do(ctx context.Context, o order, file *os.File) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, MaxWall)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { w.kill() })
	defer stop()
	w.done++
	err := w.send(o, file)
	var result []byte
	if err == nil {
		result, err = w.receive()
	}
	var refusal *Refused
	if err == nil || errors.As(err, &refusal) {
		return result, err
	}
	w.kill()
	w.end()
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return nil, refuse(OutOfTime, "no answer within %v", MaxWall)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, verdict(w.cmd.ProcessState, w.said.String())
}

func (w *worker) send(o order, file *os.File) error {
	text, err := json.Marshal(o)
	if err != nil {
		return err
	}
	if len(text) > maxOrder {
		return refuse(TooLarge, "an order of %d bytes", len(text))
	}
	packet := binary.BigEndian.AppendUint32(nil, uint32(len(text)))
	packet = append(packet, text...)
	n, _, err := w.conn.WriteMsgUnix(packet, syscall.UnixRights(int(file.Fd())), nil)
	if err == nil && n < len(packet) {
		_, err = w.conn.Write(packet[n:])
	}
	return err
}

// receive trusts nothing of the answer: a child taken over by its file could say anything.
func (w *worker) receive() ([]byte, error) {
	head := make([]byte, answerHeader)
	if _, err := io.ReadFull(w.conn, head); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint64(head[1:])
	if length > maxReply {
		w.kill()
		return nil, refuse(TooLarge, "an answer of %d bytes", length)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(w.conn, body); err != nil {
		return nil, err
	}
	if head[0] == answerDone {
		return body, nil
	}
	var refusal Refused
	if err := json.Unmarshal(body, &refusal); err != nil {
		w.kill()
		return nil, refuse(Crashed, "an answer that cannot be read")
	}
	if refusal.Reason == Crashed {
		w.dead = true
	}
	return nil, &refusal
}

// spent reports whether another should take the worker's place.
func (w *worker) spent() bool { return w.dead || w.done >= workerFiles }

func (w *worker) kill() {
	w.dead = true
	// It can have started nothing else. One that has ended already is no trouble.
	_ = w.cmd.Process.Kill()
}

// end hangs up, on which a healthy worker ends, and waits.
func (w *worker) end() {
	// Hanging up cannot matter any more, and how it ended is in ProcessState.
	_ = w.conn.Close()
	_ = w.cmd.Wait()
}

// lastWords keeps the beginning and the end of what a child prints: the Go
// runtime says first why it dies, and ffmpeg last.
type lastWords struct {
	mu         sync.Mutex
	head, tail []byte
}

const (
	maxHead = 512
	maxTail = 1024
)

// Write never fails.
func (l *lastWords) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	room := min(len(p), maxHead-len(l.head))
	l.head = append(l.head, p[:room]...)
	rest := p[room:]
	l.tail = append(l.tail, rest[max(0, len(rest)-maxTail):]...)
	if extra := len(l.tail) - maxTail; extra > 0 {
		l.tail = append(l.tail[:0], l.tail[extra:]...)
	}
	return len(p), nil
}

// String is what was printed, as one line fit to be shown.
func (l *lastWords) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	text := strings.ToValidUTF8(string(l.head)+string(l.tail), "?")
	return strings.Join(strings.Fields(text), " ")
}

// ranOutOfMemory knows what the Go runtime and ffmpeg say when an allocation is refused.
func ranOutOfMemory(said string) bool {
	for _, words := range []string{
		"out of memory", "cannot allocate memory", "Cannot allocate memory", "bad_alloc",
		"failed to create new OS thread", "cannot map pages",
	} {
		if strings.Contains(said, words) {
			return true
		}
	}
	return faultedInRuntime(said)
}

// faultedInRuntime tells a fault on the runtime's own stack, goroutine 0, from
// one in a decoder. The collector takes its working memory without a look at the
// answer, so that a refused page shows as a fault near address 0; decoders here
// are Go and cannot bring the runtime to fault otherwise.
func faultedInRuntime(said string) bool {
	_, fault, found := strings.Cut(said, "SIGSEGV")
	if !found {
		return false
	}
	where, _, _ := strings.Cut(fault, "runtime.")
	return strings.Contains(where, " goroutine 0 ") && strings.Contains(where, " addr=0x")
}
