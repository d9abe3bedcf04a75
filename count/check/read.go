package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/atleast-desk/atleast"
)

// ReadTally reads the JSON of a tally and refuses everything that two readers
// might take differently: a field it does not know, one that is written twice
// or with other letters, and anything after the end. It says nothing of whether
// the tally is true; see [Tally].
func ReadTally(from io.Reader) (atleast.Tally, error) {
	text, err := io.ReadAll(from)
	if err != nil {
		return atleast.Tally{}, fmt.Errorf("tally: %w", err)
	}
	var t atleast.Tally
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return atleast.Tally{}, fmt.Errorf("tally: byte %d: %w", d.InputOffset(), err)
	}
	rest := bytes.TrimLeft(text[d.InputOffset():], " \t\r\n")
	if len(rest) > 0 {
		return atleast.Tally{}, fmt.Errorf("tally: byte %d: something follows the end", len(text)-len(rest))
	}
	if bytes.TrimLeft(text, " \t\r\n")[0] != '{' {
		return atleast.Tally{}, errors.New("tally: not an object")
	}
	if err := distinctFields(text); err != nil {
		return atleast.Tally{}, fmt.Errorf("tally: %w", err)
	}
	return t, nil
}

// distinctFields verifies that no object of a valid JSON text names a field
// twice, and that every name is in small letters: encoding/json takes the last
// of twins, and "Floor" for "floor".
func distinctFields(text []byte) error {
	var names [][][]byte // of each object and array around the place
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			names = append(names, nil)
		case '}', ']':
			names = names[:len(names)-1]
		case '"':
			end := stringEnd(text, i)
			after := bytes.TrimLeft(text[end:], " \t\r\n")
			if len(after) > 0 && after[0] == ':' {
				name, here := text[i+1:end-1], len(names)-1
				if !plain(name) || contains(names[here], name) {
					return fmt.Errorf("byte %d: field %q is written twice, or not in small letters", i, name)
				}
				names[here] = append(names[here], name)
			}
			i = end - 1
		}
	}
	return nil
}

// stringEnd is the place after the closing quote of the string at start.
func stringEnd(text []byte, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}

func plain(name []byte) bool {
	for _, c := range name {
		if c != '_' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

func contains(names [][]byte, name []byte) bool {
	for _, n := range names {
		if bytes.Equal(n, name) {
			return true
		}
	}
	return false
}
