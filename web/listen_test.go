package web

import (
	"errors"
	"testing"
)

func TestListen(t *testing.T) {
	for _, addr := range []string{"127.0.0.1:0", "localhost:0"} {
		listener, err := Listen(addr)
		if err != nil {
			t.Errorf("%s: %v", addr, err)
			continue
		}
		listener.Close()
	}
	for _, addr := range []string{":8080", "0.0.0.0:0", "[::]:0", "192.0.2.1:80", "desk.example:80"} {
		if _, err := Listen(addr); !errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: %v, want a refusal", addr, err)
		}
	}
	if _, err := Listen("8080"); err == nil || errors.Is(err, ErrNotLoopback) {
		t.Errorf("no port: %v", err)
	}
}
