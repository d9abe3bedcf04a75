package claim

import (
	"bytes"
	"fmt"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// guessCharset says in which charset text that states none seems to be, and what a
// reader of it should know; nil where it seems to be in none.
func guessCharset(detector *chardet.Detector, data []byte) (guess encoding.Encoding, caveat string) {
	best, err := detector.DetectBest(data[:min(len(data), 1<<16)])
	if err != nil {
		return nil, ""
	}
	name := best.Charset
	if name == "KOI8-R" && ukrainianKOI8(data) {
		name = "KOI8-U"
	}
	guess, _ = charset.Lookup(name)
	return guess, fmt.Sprintf("nothing says in which charset it is written: it is read as %s", name)
}

// ukrainianKOI8 reports whether a text in KOI8 holds the letters є, і, ї and ґ where
// KOI8-U has them beside other letters. In KOI8-R lines of boxes stand in their
// places, and no box is drawn within a word.
func ukrainianKOI8(data []byte) bool {
	for i, b := range data {
		if bytes.IndexByte(ukrainianInKOI8, b) < 0 {
			continue
		}
		if i > 0 && data[i-1] >= firstKOI8Letter || i+1 < len(data) && data[i+1] >= firstKOI8Letter {
			return true
		}
	}
	return false
}

const firstKOI8Letter = 0xc0 // of those that KOI8-R and KOI8-U share

var ukrainianInKOI8 = []byte{0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd} // є і ї ґ Є І Ї Ґ
