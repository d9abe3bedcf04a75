package web_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// chromium is Debian's, unless CHROMIUM names another.
func chromium() string {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path
	}
	return "/usr/bin/chromium"
}

// TestBrowser works at the sample desk in a browser as a person would and
// checks every page for accessibility. ATLEAST_URL, where set, is the address
// of a desk with the sample cases that is served already.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute; left out by -short")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("needs node, which this machine does not have")
	}
	if _, err := os.Stat(chromium()); err != nil {
		t.Skipf("needs chromium at %s, which this machine does not have; CHROMIUM may name another", chromium())
	}
	if _, err := os.Stat(filepath.Join("browser", "node_modules", "playwright-core")); err != nil {
		t.Skip("needs playwright-core: run npm ci in web/browser")
	}
	address := os.Getenv("ATLEAST_URL")
	if address == "" {
		address = serveSample(t).URL
	}
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, node, "--test", "--test-concurrency=1", "--test-reporter=spec", "test/")
	run.Dir = "browser"
	run.Env = append(os.Environ(), "ATLEAST_URL="+address, "CHROMIUM="+chromium())
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}
