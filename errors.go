package atleast

import "errors"

// What a caller acts on, whichever room says it. An error wraps one of these
// together with what it is about.
var (
	ErrNotFound = errors.New("not found")          // nothing is kept under that name
	ErrExists   = errors.New("already exists")     // the name is taken
	ErrInvalid  = errors.New("not valid as it is") // the caller's fault: what was handed over must be changed
)
