package corroborate

import (
	"strings"
	"testing"
)

// Which prints are kept of a text, and so which ties are found, is the same in
// every run and on every machine.
func TestPrintsAreTheSameInEveryRun(t *testing.T) {
	const want = 0x15ac71c8eb0a0222
	if got := hashOf(strings.Fields("14 miners died in torvik")); got != want {
		t.Errorf("got %#x, want %#x", got, uint64(want))
	}
}
