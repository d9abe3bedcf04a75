package web

import (
	"errors"
	"fmt"
	"net"
)

// ErrNotLoopback says that an address can be reached from other machines. The
// pages ask nobody who they are yet, so they are served to this machine alone.
var ErrNotLoopback = errors.New("not a loopback address: there is no sign-in yet, so the desk serves this machine alone; use 127.0.0.1 or localhost")

// ErrAddress says that an address is not one to listen on.
var ErrAddress = errors.New("not a host and a port, as 127.0.0.1:8080")

// Listen opens addr ("127.0.0.1:8080"; port 0 takes a free one). An address
// that other machines can reach is refused with ErrNotLoopback before anything
// is opened.
func Listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("listen on %q: %w", addr, ErrAddress)
	}
	if !loopback(host) {
		return nil, fmt.Errorf("listen on %q: %w", addr, ErrNotLoopback)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return listener, nil
}

// loopback reports whether host names this machine to itself only.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
