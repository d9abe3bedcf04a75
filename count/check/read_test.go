package check

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestReadTallyRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":       ``,
		"null":          `null`,
		"a list":        `[]`,
		"unknown":       `{"floor":1,"roof":2}`,
		"twice":         `{"floor":1,"floor":2}`,
		"other letters": `{"Floor":1}`,
		"escaped":       `{"fl\u006for":1}`,
		"twice inside":  `{"certificate":{"weights":[{"id":"a","id":"b"}],"pairs":[]}}`,
		"trailing":      `{"floor":1}{}`,
		"half a person": `{"floor":1.5}`,
		"beyond":        `{"floor":9223372036854775808}`,
	} {
		if got, err := ReadTally(strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), "tally: ") {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
	}
}

func FuzzReadTally(f *testing.F) {
	for _, text := range []string{pentagonTally, wholeTally, pairTally, clashTally, `{"floor":1,"floor":2}`, `{`, "\x00"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		read, err := ReadTally(bytes.NewReader(text))
		if err != nil {
			return
		}
		written, err := json.Marshal(read)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadTally(bytes.NewReader(written))
		if err != nil || !reflect.DeepEqual(clean(t, again), clean(t, read)) {
			t.Fatalf("read again: %v\n%s", err, written)
		}
	})
}

// clean writes a tally, which makes missing and empty lists alike.
func clean(t *testing.T, x any) string {
	t.Helper()
	text, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// FuzzFraction holds the reading of a weight to big.Rat's own.
func FuzzFraction(f *testing.F) {
	for _, text := range []string{"1", "1/2", "", "0", "1/0", "-1", "1e3", "00/01", " 1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, err := fraction(text)
		if err != nil || text == "" {
			return
		}
		if read.Sign() < 0 {
			t.Fatalf("%q is below zero", text)
		}
		if strings.Trim(text, "0123456789/") != "" {
			t.Fatalf("%q is no fraction, but was read as %s", text, read)
		}
	})
}
