package confine

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// confined runs a program as a plan says, in place of this test.
func confined(t *testing.T, p Plan) (out string, code int) {
	t.Helper()
	if Landlock() == 0 {
		t.Skip("needs a kernel with landlock, which this machine does not have")
	}
	p.CPU, p.Memory, p.Files = 5, 1<<28, 32
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/proc/self/exe")
	cmd.Args = []string{Name, string(text)}
	said, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(said), cmd.ProcessState.ExitCode()
}

var libraries = []string{"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"}

func TestAProgramSeesWhatIsNamed(t *testing.T) {
	for _, program := range []string{"/bin/cat", "/bin/sh"} {
		if _, err := os.Stat(program); err != nil {
			t.Skipf("needs %s", program)
		}
	}
	folder := t.TempDir()
	named, other := folder+"/named", folder+"/other"
	for _, path := range []string{named, other} {
		if err := os.WriteFile(path, []byte("content of "+path), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := append([]string{"/bin/cat", "/bin/sh", "/usr/bin/cat", "/usr/bin/dash", "/usr/bin/sh", named}, libraries...)
	cat := Plan{Program: "/bin/cat", Read: read}
	cat.Args = []string{"cat", named}
	if out, code := confined(t, cat); code != 0 || out != "content of "+named {
		t.Errorf("the file it may read: %q, exit code %d", out, code)
	}
	cat.Args = []string{"cat", other}
	if out, code := confined(t, cat); code == 0 || strings.Contains(out, "content of") {
		t.Errorf("a file it may not read: %q, exit code %d", out, code)
	}
	shell := Plan{Program: "/bin/sh", Read: read, Args: []string{"sh", "-c", "echo x > " + named}}
	if out, code := confined(t, shell); code == 0 {
		t.Errorf("it could write: %q", out)
	}
	if kept, err := os.ReadFile(named); err != nil || string(kept) != "content of "+named {
		t.Errorf("the file now holds %q, %v", kept, err)
	}
	shell.Args = []string{"sh", "-c", "cat " + named + " && true"}
	if out, code := confined(t, shell); code == 0 {
		t.Errorf("it could start a program: %q", out)
	}
}

func TestWhatCannotBeConfinedDoesNotRun(t *testing.T) {
	if out, code := confined(t, Plan{Program: "/bin/no such program"}); code != Failed {
		t.Errorf("exit code %d: %s", code, out)
	}
	cmd := exec.Command("/proc/self/exe")
	cmd.Args = []string{Name, "{not a plan"}
	if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() != Failed {
		t.Errorf("a plan that cannot be read: %v", err)
	}
}
