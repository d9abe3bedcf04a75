package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"
	"syscall"
)

// advised words an error for who typed the command: what the system says in its
// own terms (lstat, bind, EISDIR) becomes what happened and what to do about it.
func advised(err error) string {
	said := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) {
		if words := aboutPath(path); words != "" {
			said = strings.Replace(said, path.Error(), words, 1)
		}
	}
	var address *net.OpError
	if errors.As(err, &address) && errors.Is(err, syscall.EADDRINUSE) {
		said = strings.Replace(said, address.Error(),
			fmt.Sprintf("%s is in use, perhaps by another desk; stop that, or take a free port with --addr 127.0.0.1:0", address.Addr), 1)
	}
	return said
}

// aboutPath says what is wrong with a path; nothing where the system's own words do.
func aboutPath(err *fs.PathError) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("there is no file or folder %s", err.Path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("you are not allowed to %s %s: change its permissions, or name another", err.Op, err.Path)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Sprintf("%s is a folder: name a file in it", err.Path)
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Sprintf("%s is needed as a folder, and a file stands there: name another", err.Path)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("there is no room left for %s: make some, and run the same again", err.Path)
	}
	return ""
}

// complain says an error on standard error.
func (p *program) complain(err error) {
	fmt.Fprintln(p.err, "atleast:", advised(err))
}
