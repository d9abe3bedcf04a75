package media

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast/media/confine"
)

// Tasks that only the tests have children do.
var testTasks = []Task{
	{"panic", func(*os.File, []byte) ([]byte, error) { panic("as asked") }},
	{"spin", func(*os.File, []byte) ([]byte, error) {
		for n := uint64(0); ; n++ {
			if n == 1<<63 {
				return nil, nil
			}
		}
	}},
	{"hoard", func(*os.File, []byte) ([]byte, error) {
		var kept [][]byte
		for {
			block := make([]byte, 16<<20)
			for i := 0; i < len(block); i += 4096 {
				block[i] = 1
			}
			kept = append(kept, block)
			if len(kept) > 1000 {
				return nil, nil
			}
		}
	}},
	{"exit", func(*os.File, []byte) ([]byte, error) { os.Exit(7); return nil, nil }},
	{"echo", func(_ *os.File, arg []byte) ([]byte, error) { return arg, nil }},
	{"break out", breakOut},
}

func TestMain(m *testing.M) {
	Child(testTasks...)
	os.Exit(m.Run())
}

// sandbox returns a sandbox, or skips where the machine cannot have one.
func sandbox(t testing.TB) *Sandbox {
	t.Helper()
	if confine.Landlock() == 0 {
		t.Skip("needs a kernel with landlock, which this machine does not have")
	}
	s := &Sandbox{}
	t.Cleanup(func() { s.Close() })
	return s
}

func needs(t testing.TB, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("needs %s, which is not installed", program)
	}
}

func corpus(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("../../shared/corpora", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs ../shared/corpora/%s, which this checkout does not have", name)
	}
	return path
}

func write(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "input")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func reasonOf(err error) Reason {
	var r *Refused
	if errors.As(err, &r) {
		return r.Reason
	}
	return ""
}
