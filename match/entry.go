// Package match finds which items show the same recording, however it was
// mangled. A fingerprint is read from each picture once; pairs whose
// fingerprints could belong together are proven by laying one picture upon the
// other; what is proven is grouped into footage.
package match

import (
	"cmp"
	"time"

	"github.com/atleast-desk/atleast"
)

// Entry is an item to be grouped.
type Entry struct {
	Path        string // names the item in the result; unique
	Digest      atleast.Digest
	Kind        atleast.Kind
	Fingerprint Fingerprint // zero where there is none: then equal bytes alone are found
	First       time.Time   // when it was first known, zero if that is not known
}

// Judged is a person's judgement on two items. A later one in a list
// supersedes an earlier one on the same two.
type Judged struct {
	A, B atleast.Digest
	Is   atleast.Judgement // Same or Different; anything else leaves the pair to the proof
}

// pixels is the size of the entry's picture.
func (e Entry) pixels() int { return e.Fingerprint.Width * e.Fingerprint.Height }

// before orders entries by when they were known, then by name. Entries whose
// time is not known come last.
func before(a, b Entry) int {
	if a.First.IsZero() != b.First.IsZero() {
		if a.First.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.First.Compare(b.First), cmp.Compare(a.Path, b.Path))
}

// mediumOf is how the footage format names the kind.
func mediumOf(k atleast.Kind) string {
	if k == atleast.Photo {
		return "image"
	}
	return string(k)
}
