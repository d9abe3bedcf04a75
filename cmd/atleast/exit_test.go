package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// Whoever interrupts a command is told so, not how the program noticed.
func TestInterrupted(t *testing.T) {
	var said strings.Builder
	p := &program{err: &said}
	if code := p.exitCode(fmt.Errorf("match: %w", context.Canceled)); code == exitDone {
		t.Error("an interrupted command is not done")
	}
	if !strings.Contains(said.String(), "interrupted") || strings.Contains(said.String(), "canceled") {
		t.Errorf("said %q", said.String())
	}
}
