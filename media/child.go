package media

import (
	"encoding/json"
	"fmt"
	"os"
)

// The names under which the program starts itself: the confiner shuts itself in
// and then becomes the plan's program; the worker is ourselves, shut in.
const (
	confinerName = "atleast-confine"
	workerName   = "atleast-worker"
)

// confineFailed is the exit code of a confiner that could not shut itself in.
const confineFailed = 121

// selfPath is how the program finds itself.
const selfPath = "/proc/self/exe"

// inMain is set once Child was called. Without it a child would run the whole
// program, which would start another: a Sandbox refuses to start one.
var inMain bool

// Task is work on one file that a child of our own does: reading pixels, or
// making a fingerprint of them. What it returns goes back over a pipe.
type Task struct {
	Name string
	// Run may use nothing but the file and the argument; it can open nothing else.
	// An error that is a *Refused keeps its reason, any other counts as Damaged,
	// and a panic is Crashed.
	Run func(in *os.File, arg []byte) ([]byte, error)
}

// Child must be called first in main, and in TestMain of every package whose
// tests use a Sandbox. In a child it does the child's work and never returns; in
// the program itself it returns at once. Tasks are those of the caller's that
// Sandbox.Do shall find.
func Child(tasks ...Task) {
	inMain = true
	switch os.Args[0] {
	case confinerName:
		err := becomeConfined(os.Args[1:])
		fmt.Fprintln(os.Stderr, err)
		os.Exit(confineFailed)
	case workerName:
		work(append(tasks, ownTasks()...))
		os.Exit(0)
	}
}

// plan is what a confiner is told: what to become and what that may read.
type plan struct {
	Program string
	Args    []string // Args[0] is the name it is started under
	Env     []string
	Read    []string // files and folders it may read, and execute; what is missing is left out
	Handed  []int    // descriptors of files it may open again
	CPU     int      // seconds
	Space   uint64   // bytes of address space, 0 for no limit
	Weak    bool     // go on without landlock where the kernel has none
}

func becomeConfined(args []string) error {
	var p plan
	if len(args) != 1 {
		return fmt.Errorf("media: confine: want one argument, got %d", len(args))
	}
	if err := json.Unmarshal([]byte(args[0]), &p); err != nil {
		return fmt.Errorf("media: confine: %w", err)
	}
	return confine(p)
}
