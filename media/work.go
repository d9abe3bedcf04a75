package media

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"
)

// order is what a worker is asked to do with the file handed along with it.
type order struct {
	Task string
	Arg  []byte
}

// An answer is one of these, eight bytes of length, and that many bytes.
const (
	answerDone    = 'd' // the task's result
	answerRefused = 'r' // a Refused in JSON
)

const (
	maxOrder     = 1 << 20 // bytes of an order
	answerHeader = 9
	workerSocket = 3
)

// work does one order after another until the desk hangs up.
func work(tasks []Task) {
	runtime.GOMAXPROCS(1)
	debug.SetMemoryLimit(MaxMemory * 3 / 4)
	conn, err := net.FileConn(os.NewFile(workerSocket, "desk"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	desk, ok := conn.(*net.UnixConn)
	if !ok {
		fmt.Fprintln(os.Stderr, "media: worker: descriptor 3 is no socket")
		os.Exit(1)
	}
	for {
		o, file, err := receive(desk)
		if err != nil {
			return // the desk hung up
		}
		result, refusal := perform(tasks, o, file)
		file.Close()
		if answer(desk, result, refusal) != nil || refusal != nil && refusal.Reason == Crashed {
			return
		}
	}
}

func perform(tasks []Task, o order, file *os.File) (result []byte, refusal *Refused) {
	defer func() {
		if p := recover(); p != nil {
			result, refusal = nil, refuse(Crashed, "%s: %v", o.Task, p)
		}
	}()
	for _, t := range tasks {
		if t.Name != o.Task {
			continue
		}
		allowTime()
		result, err := t.Run(file, o.Arg)
		if err != nil && !errors.As(err, &refusal) {
			refusal = refuse(Damaged, "%v", err)
		}
		return result, refusal
	}
	return nil, refuse(Crashed, "no task %q; hand it to Child", o.Task)
}

// allowTime moves the limit of processor time to MaxCPU from now. The runtime
// dies of the signal that follows, as it should.
func allowTime() {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return
	}
	spent := time.Duration(used.Utime.Nano() + used.Stime.Nano())
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_CPU, &limit) != nil {
		return
	}
	limit.Cur = min(limit.Max, uint64((spent+MaxCPU)/time.Second)+1)
	if err := syscall.Setrlimit(syscall.RLIMIT_CPU, &limit); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// receive reads an order and the descriptor that comes with its first byte.
func receive(desk *net.UnixConn) (order, *os.File, error) {
	var length [4]byte
	rights := make([]byte, syscall.CmsgSpace(4))
	n, oob, _, _, err := desk.ReadMsgUnix(length[:1], rights)
	if err != nil {
		return order{}, nil, err
	}
	if n == 0 {
		return order{}, nil, io.EOF
	}
	file, err := handed(rights[:oob])
	if err != nil {
		return order{}, nil, err
	}
	if _, err := io.ReadFull(desk, length[1:]); err != nil {
		return order{}, nil, err
	}
	text := make([]byte, min(binary.BigEndian.Uint32(length[:]), maxOrder))
	if _, err := io.ReadFull(desk, text); err != nil {
		return order{}, nil, err
	}
	var o order
	err = json.Unmarshal(text, &o)
	return o, file, err
}

func handed(rights []byte) (*os.File, error) {
	messages, err := syscall.ParseSocketControlMessage(rights)
	if err != nil || len(messages) != 1 {
		return nil, fmt.Errorf("media: worker: no file came with the order: %w", err)
	}
	fds, err := syscall.ParseUnixRights(&messages[0])
	if err != nil || len(fds) != 1 {
		return nil, fmt.Errorf("media: worker: no file came with the order: %w", err)
	}
	return os.NewFile(uintptr(fds[0]), "input"), nil
}

func answer(desk io.Writer, result []byte, refusal *Refused) error {
	kind := byte(answerDone)
	if refusal != nil {
		kind = answerRefused
		text, err := json.Marshal(refusal)
		if err != nil {
			return err
		}
		result = text
	}
	head := make([]byte, answerHeader)
	head[0] = kind
	binary.BigEndian.PutUint64(head[1:], uint64(len(result)))
	if _, err := desk.Write(head); err != nil {
		return err
	}
	_, err := desk.Write(result)
	return err
}
