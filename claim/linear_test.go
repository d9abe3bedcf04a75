package claim_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
)

// allocated returns how many bytes it takes to read a text, which grows with the
// work done and does not depend on how busy the machine is.
func allocated(text string) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	claim.Read(claim.Report{Name: "long", Text: text})
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// Four times the text takes about four times the work, whatever the text.
func TestLinear(t *testing.T) {
	unpack()
	for name, part := range map[string]string{
		"news":        "Officials said at least 12 people died in Kursk on Monday, BBC reported. “We saw 3 tanks,” he said.\n",
		"one line":    "The guild said that 12 barns burned, and Berg denied it. ",
		"digits":      "7",
		"quotes":      "“",
		"closers":     "”",
		"stops":       ".”",
		"cues":        "\"he said:\n",
		"quoted":      "\"a\" ",
		"said":        "said ",
		"numbers":     "1,000 men and ",
		"labels":      "BERG: 12\n",
		"names":       "Anna Berg told Carl Holm. ",
		"polls":       "In a poll, ",
		"according":   "according to ",
		"Cyrillic":    "сказав «12 », ",
		"brackets":    "(",
		"no sentence": "word ",
	} {
		t.Run(name, func(t *testing.T) {
			short := strings.Repeat(part, 1+40_000/len(part))
			once, fourTimes := allocated(short), allocated(strings.Repeat(short, 4))
			if fourTimes > 6*once+1e6 {
				t.Errorf("%d bytes take %.0f bytes of memory to read, four times as many %.0f", len(short), once, fourTimes)
			}
		})
	}
}
