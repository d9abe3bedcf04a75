// Package warc takes the pages out of web archives: WARC files (ISO 28500), as
// they are or compressed by gzip or Zstandard, and WACZ packages, which are zip
// files of them.
//
// An archive may be made to do harm. What is read at a time is bounded, so is
// what a small file may swell to, and whatever is not as the format asks is
// refused with the place where it stands.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"
)

// ErrRefused means that the archive itself is why it cannot be read further: it
// is cut short, damaged, or made to harm. What wraps it says so in plain words.
var ErrRefused = errors.New("the archive is refused")

// Page is something readable that an archive holds: a page, a text or a PDF that
// a server answered with, or that was put in as a resource.
type Page struct {
	URI    string    // what was asked for
	At     time.Time // when it was captured; zero where the archive does not say
	Type   string    // the media type that the server stated, without parameters
	Served string    // the content type as the server stated it, with the charset; may be empty
	Same   string    // the earlier capture that it was found to be the same as, whose body it has; empty for a capture of its own
	Body   []byte    // as the server meant it, transfer and content coding undone; nil where Damage tells why
	Damage string    // what is wrong with this page; empty where nothing is
}

// The types that Sniff tells.
const (
	TypeWARC = "application/warc"
	TypeWACZ = "application/wacz"
)

// Sniff returns the media type of an archive, or nothing for anything else.
func Sniff(r io.ReaderAt, size int64) string {
	start := make([]byte, min(size, 512))
	if n, err := r.ReadAt(start, 0); err != nil && !errors.Is(err, io.EOF) || n < len(start) {
		return ""
	}
	switch {
	case bytes.HasPrefix(start, version):
		return TypeWARC
	case bytes.HasPrefix(start, gzipMagic), bytes.HasPrefix(start, zstdMagic), bytes.HasPrefix(start, dictionaryMagic):
		unpacked, done, err := unpack(bufio.NewReader(io.NewSectionReader(r, 0, size)), &allowance{left: floorSwell})
		if err != nil {
			return ""
		}
		defer done()
		first := make([]byte, len(version))
		if _, err := io.ReadFull(unpacked, first); err == nil && bytes.Equal(first, version) {
			return TypeWARC
		}
	case bytes.HasPrefix(start, zipMagic):
		if p, err := openPackage(r, size); err == nil && len(p.archives) > 0 {
			return TypeWACZ
		}
	}
	return ""
}

var (
	version  = []byte("WARC/")
	zipMagic = []byte("PK\x03\x04")
)

// Pages goes through the pages of an archive in the order in which they stand; one
// that is cut into segments comes with the last of them. Of a WACZ that lists its
// pages only those are given. An error ends the iteration and wraps ErrRefused
// where the archive is at fault; the pages given before it are what they are said
// to be, unless a WACZ turns out at its end not to have its own digest.
func Pages(r io.ReaderAt, size int64) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		w := newWalk(floorSwell+maxSwell*size, func(p Page) bool { return yield(p, nil) })
		var err error
		switch Sniff(r, size) {
		case TypeWARC:
			err = w.archive(io.NewSectionReader(r, 0, size))
		case TypeWACZ:
			err = w.packed(r, size)
		default:
			err = fmt.Errorf("%w: it is neither WARC nor WACZ", ErrRefused)
		}
		if err == nil {
			w.giveUnfinished()
		}
		if err != nil && !w.stopped {
			yield(Page{}, err)
		}
	}
}
