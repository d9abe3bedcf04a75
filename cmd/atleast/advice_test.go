package main

import (
	"fmt"
	"io/fs"
	"net"
	"strings"
	"syscall"
	"testing"
)

// What the system says in its own terms becomes what happened and what to do.
func TestAdvice(t *testing.T) {
	for want, err := range map[string]error{
		"add: there is no file or folder x":                fmt.Errorf("add: %w", &fs.PathError{Op: "lstat", Path: "x", Err: syscall.ENOENT}),
		"you are not allowed to open x: change":            &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES},
		"no room left for x: make some":                    &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC},
		"x is a folder: name a file in it":                 &fs.PathError{Op: "read", Path: "x", Err: syscall.EISDIR},
		"x is needed as a folder":                          &fs.PathError{Op: "mkdir", Path: "x", Err: syscall.ENOTDIR},
		"serve: 127.0.0.1:80 is in use, perhaps by anothe": fmt.Errorf("serve: %w", &net.OpError{Op: "listen", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80}, Err: syscall.EADDRINUSE}),
		"unexpected EOF":                                   fmt.Errorf("unexpected EOF"),
	} {
		if got := advised(err); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}
