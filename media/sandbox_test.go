package media

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// breakOut tries, inside a child, everything it must not be able to do, and
// answers with what succeeded.
func breakOut(in *os.File, arg []byte) ([]byte, error) {
	outside := string(arg)
	tries := map[string]func() error{
		"read another file": func() error { _, err := os.ReadFile("/etc/passwd"); return err },
		"list a folder":     func() error { _, err := os.ReadDir(filepath.Dir(outside)); return err },
		"write a file":      func() error { return os.WriteFile(outside+".new", []byte("x"), 0o600) },
		"write its input":   func() error { _, err := in.Write([]byte("x")); return err },
		"truncate by name":  func() error { return os.Truncate(outside, 0) },
		"change a mode":     func() error { return os.Chmod(outside, 0o777) },
		"change its mode":   func() error { return in.Chmod(0o777) },
		"set its times":     func() error { return unix.Futimes(int(in.Fd()), make([]unix.Timeval, 2)) },
		"remove":            func() error { return os.Remove(outside) },
		"rename":            func() error { return os.Rename(outside, outside+".gone") },
		"make a folder":     func() error { return os.Mkdir(outside+".d", 0o700) },
		"listen":            func() error { _, err := net.Listen("tcp", "127.0.0.1:0"); return err },
		"udp":               func() error { _, err := net.Dial("udp", "127.0.0.1:9"); return err },
		"unix socket":       func() error { _, err := net.ListenUnixgram("unixgram", nil); return err },
		"signal its parent": func() error { return syscall.Kill(os.Getppid(), 0) },
		"start a program":   func() error { _, err := os.StartProcess("/bin/true", []string{"true"}, &os.ProcAttr{}); return err },
		"become a program":  func() error { return syscall.Exec("/bin/true", []string{"true"}, nil) },
		"lift a limit": func() error {
			return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20})
		},
		"be traced":   func() error { return raw(unix.SYS_PTRACE) },
		"io_uring":    func() error { return raw(unix.SYS_IO_URING_SETUP) },
		"unshare":     func() error { return unix.Unshare(unix.CLONE_NEWUSER) },
		"memory file": func() error { _, err := unix.MemfdCreate("x", 0); return err },
	}
	var out []string
	for name, try := range tries {
		if try() == nil {
			out = append(out, name)
		}
	}
	return []byte(strings.Join(out, ", ")), nil
}

func raw(call uintptr) error {
	if _, _, errno := syscall.RawSyscall(call, 0, 0, 0); errno == syscall.EPERM || errno == syscall.ENOSYS {
		return errno
	}
	return nil
}

func TestNothingGetsOut(t *testing.T) {
	s := sandbox(t)
	path := write(t, []byte("input"))
	got, err := s.Do(t.Context(), "break out", path, []byte(path))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 0 {
		t.Errorf("a child could: %s", got)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "input" {
		t.Errorf("the file is now %q, %v", kept, err)
	}
}

func TestEveryEndHasItsReason(t *testing.T) {
	s, hurried := sandbox(t), sandbox(t)
	hurried.cpu = 1
	path := write(t, []byte("input"))
	for task, want := range map[string]Reason{
		"panic": Crashed, "hoard": OutOfMemory, "exit": Crashed, "no such task": Crashed, "spin": OutOfTime,
	} {
		t.Run(task, func(t *testing.T) {
			box := s
			if want == OutOfTime {
				box = hurried
			}
			_, err := box.Do(context.Background(), task, path, nil)
			if got := reasonOf(err); got != want {
				t.Errorf("%s ended with %v, want reason %s", task, err, want)
			}
		})
	}
}

// What the runtime prints when a page is refused depends on who asked for it.
func TestOutOfMemoryIsToldFromOtherFaults(t *testing.T) {
	for said, want := range map[string]bool{
		"fatal error: runtime: out of memory":                                true,
		"runtime: failed to create new OS thread (have 5 already; errno=12)": true,
		"SIGSEGV: segmentation violation PC=0x434ffd m=0 sigcode=1 addr=0x0 goroutine 0 gp=0x9a5a40 m=0 [idle]: runtime.(*spanQueue).tryDrain(0x400?)":                                    true,
		"panic: runtime error: invalid memory address or nil pointer dereference [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48] goroutine 1 [running]: main.decode()": false,
		"panic: index out of range": false,
	} {
		if got := ranOutOfMemory(said); got != want {
			t.Errorf("%q: out of memory %v, want %v", said, got, want)
		}
	}
}

func TestAChildSurvivesItsNeighbours(t *testing.T) {
	s := sandbox(t)
	path := write(t, []byte("input"))
	for i := range 5 {
		if _, err := s.Do(t.Context(), "panic", path, nil); reasonOf(err) != Crashed {
			t.Fatal(err)
		}
		want := fmt.Sprint("answer ", i)
		got, err := s.Do(t.Context(), "echo", path, []byte(want))
		if err != nil || string(got) != want {
			t.Fatalf("after a crash: %q, %v", got, err)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	s := sandbox(t)
	path := write(t, []byte("input"))
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			want := strings.Repeat(fmt.Sprint(i), 1000)
			if got, err := s.Do(t.Context(), "echo", path, []byte(want)); err != nil || string(got) != want {
				t.Errorf("got %.20q, %v; want %.20q", got, err, want)
			}
		})
	}
	group.Wait()
}

func TestGivingUpEndsTheChild(t *testing.T) {
	s := sandbox(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.Do(ctx, "spin", write(t, nil), nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestOnlyRegularFiles(t *testing.T) {
	s := sandbox(t)
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, t.TempDir(), "/dev/zero"} {
		if _, err := s.Do(t.Context(), "echo", path, nil); reasonOf(err) != Unknown {
			t.Errorf("%s: %v, want a refusal", path, err)
		}
	}
	if _, err := s.Do(t.Context(), "echo", pipe+"x", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestTools(t *testing.T) {
	s := sandbox(t)
	found := s.Tools(t.Context())
	if found.Confined != "" || found.Landlock == 0 {
		t.Errorf("the sandbox does not stand: %+v", found)
	}
	needs(t, "ffmpeg")
	if !strings.Contains(found.FFmpeg, ".") {
		t.Errorf("ffmpeg's version is %q", found.FFmpeg)
	}
}

// BenchmarkSandbox measures what the sandbox costs over doing the same here.
func BenchmarkSandbox(b *testing.B) {
	path := write(b, encoded(b, quarters(640, 480))["image/jpeg"])
	b.Run("start a child", func(b *testing.B) {
		for b.Loop() {
			s := sandbox(b)
			if _, err := s.Do(b.Context(), "echo", path, nil); err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	s := sandbox(b)
	b.Run("ask a child", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Do(b.Context(), "echo", path, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode in a child", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Decode(b.Context(), path, Want{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode here", func(b *testing.B) {
		for b.Loop() {
			file, err := os.Open(path)
			if err != nil {
				b.Fatal(err)
			}
			info, err := ProbeFile(file)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := decode(file, size(b, file), info, Want{}); err != nil {
				b.Fatal(err)
			}
			file.Close()
		}
	})
}

func size(t testing.TB, file *os.File) int64 {
	t.Helper()
	stat, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return stat.Size()
}
