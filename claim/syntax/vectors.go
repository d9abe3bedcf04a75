package syntax

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// ErrVectors is returned for files that hold no word vectors.
var ErrVectors = errors.New("not a file of word vectors")

// Vectors are words and where each lies in a space in which words that are met
// beside the same others lie close together; the most frequent word comes first.
type Vectors struct {
	Words []string
	At    [][]float32 // of equal lengths
}

// ReadVectors reads the most frequent words of a file of word vectors in the JSON
// form of wink-embeddings: an object whose "vectors" give for every word its
// dimensions, the length of the vector, and the word's rank by frequency.
func ReadVectors(in io.Reader, most int) (*Vectors, error) {
	d := json.NewDecoder(in)
	if err := enter(d, "vectors"); err != nil {
		return nil, fmt.Errorf("reading word vectors: %w: %w", ErrVectors, err)
	}
	v := &Vectors{Words: make([]string, most), At: make([][]float32, most)}
	for dimensions := 0; d.More(); {
		word, _ := d.Token()
		var row []float32
		if err := d.Decode(&row); err != nil {
			return nil, fmt.Errorf("reading the vector of %v: %w: %w", word, ErrVectors, err)
		}
		rank := len(row) - 1
		if dimensions == 0 {
			dimensions = rank - 1
		}
		if dimensions < 1 || rank-1 != dimensions {
			return nil, fmt.Errorf("reading the vector of %v: %w: %d numbers where %d are wanted", word, ErrVectors, len(row), dimensions+2)
		}
		if at := int(row[rank]); at >= 0 && at < most {
			v.Words[at], v.At[at] = fmt.Sprint(word), row[:dimensions]
		}
	}
	v.Words = slices.DeleteFunc(v.Words, func(s string) bool { return s == "" })
	v.At = slices.DeleteFunc(v.At, func(row []float32) bool { return row == nil })
	if len(v.Words) != len(v.At) || len(v.Words) == 0 {
		return nil, fmt.Errorf("reading word vectors: %w: no words, or one without letters", ErrVectors)
	}
	return v, nil
}

// enter reads on into the object that a key of the outermost object has as its value.
func enter(d *json.Decoder, key string) error {
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return fmt.Errorf("no %q: %w", key, err)
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		case key:
			if depth != 1 {
				continue
			}
			if token, _ := d.Token(); token != json.Delim('{') {
				return fmt.Errorf("%q is no object", key)
			}
			return nil
		}
	}
}
