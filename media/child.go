package media

import "os"

// workerName is the name under which the program starts itself, shut in by
// confine, to do tasks.
const workerName = "atleast-worker"

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
	if os.Args[0] == workerName {
		work(append(tasks, ownTasks()...))
		os.Exit(0)
	}
}
