package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/atleast-desk/atleast"
)

// The exit codes.
const (
	exitDone    = 0
	exitNo      = 1 // the answer is no: a check fails, verdicts contradict
	exitBad     = 2 // bad input or usage
	exitMachine = 3 // disk, permission
)

// ended is an error that knows its exit code. A silent one has been said already.
type ended struct {
	code int
	err  error
}

func (e ended) Error() string { return e.err.Error() }
func (e ended) Unwrap() error { return e.err }

// errSaid ends a command whose messages have been printed as it went.
var errSaid = errors.New("said already")

func no(err error) error  { return ended{exitNo, err} }
func bad(err error) error { return ended{exitBad, err} }

// exitCode prints err, if it was not said yet, and returns its code.
func (p *program) exitCode(err error) int {
	if err == nil {
		return exitDone
	}
	switch {
	case errors.Is(err, errSaid):
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.err, "atleast: interrupted; what was kept or read until then stays, run it again to go on")
	default:
		p.complain(err)
	}
	var e ended
	switch {
	case errors.As(err, &e):
		return e.code
	case errors.Is(err, atleast.ErrInvalid), errors.Is(err, atleast.ErrNotFound), errors.Is(err, atleast.ErrExists):
		return exitBad
	default:
		return exitMachine
	}
}

// machine reports whether err is the machine's failing rather than the input's.
func machine(err error) bool {
	for _, cause := range []error{fs.ErrPermission, syscall.ENOSPC, syscall.EIO, syscall.EROFS, syscall.EMFILE, syscall.EDQUOT} {
		if errors.Is(err, cause) {
			return true
		}
	}
	return false
}
