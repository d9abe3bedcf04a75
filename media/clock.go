package media

import (
	"bytes"
	"strconv"
	"strings"
)

// clockBuffer is how many times may be known before their frames are read.
const clockBuffer = 1024

// maxLine bounds what is kept of a line that does not end.
const maxLine = 4096

// clock picks the time of each frame from what the showinfo filter prints. The
// line of a frame is printed before the frame itself is passed on.
type clock struct {
	line  []byte
	times chan float64
	gone  chan struct{} // closed when nobody reads the times any more
}

func newClock() *clock {
	return &clock{times: make(chan float64, clockBuffer), gone: make(chan struct{})}
}

// Write takes any part of the output and never fails.
func (c *clock) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		part, after, whole := bytes.Cut(rest, []byte("\n"))
		if len(c.line) < maxLine {
			c.line = append(c.line, part...)
		}
		if whole {
			c.take()
			c.line = c.line[:0]
		}
		rest = after
	}
	return len(p), nil
}

func (c *clock) take() {
	if !bytes.Contains(c.line, []byte("showinfo")) {
		return
	}
	_, after, found := strings.Cut(string(c.line), " pts_time:")
	if !found {
		return
	}
	text, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	at, err := strconv.ParseFloat(text, 64)
	if err != nil {
		at = 0 // "NOPTS": a still picture has no time
	}
	select {
	case c.times <- at:
	case <-c.gone:
	}
}
