package atleast

import (
	"fmt"
	"time"
)

// Kind says what sort of thing an item is.
type Kind string

// The kinds of item.
const (
	Report  Kind = "report" // an article, post, page or PDF: something that is read
	Photo   Kind = "photo"
	Video   Kind = "video"
	Audio   Kind = "audio"
	Archive Kind = "archive" // a web archive or an exported chat: what it holds are items of their own
	Other   Kind = "other"   // kept, but no stage can use it
)

// Medium reports whether items of the kind can show or sound the event itself.
func (k Kind) Medium() bool { return k == Photo || k == Video || k == Audio }

// Item is something preserved as it arrived. Its bytes are kept under its
// digest; handing in the same bytes again adds a Find, not another item.
type Item struct {
	Digest Digest    `json:"digest"`
	Size   int64     `json:"size"` // bytes
	Kind   Kind      `json:"kind"`
	Type   string    `json:"type"` // media type as sniffed from the bytes, never from the name: "image/jpeg"
	Name   string    `json:"name"` // the file name it first arrived under
	First  time.Time `json:"first"`
	Width  int       `json:"width,omitempty"`  // pixels, as the header claims, orientation applied
	Height int       `json:"height,omitempty"` // pixels
	Length float64   `json:"length,omitempty"` // seconds, for what plays
}

// Find is one place where an item was found.
type Find struct {
	Item  Digest    `json:"item"`
	Case  string    `json:"case"`
	Where string    `json:"where"` // a web address, or the path it was handed in from
	At    time.Time `json:"at"`
	By    string    `json:"by"`

	In     Digest    `json:"in,omitzero"`     // the archive it was taken out of; zero where it was handed in by itself
	Dated  time.Time `json:"dated,omitzero"`  // when the archive captured it, or when it was posted
	Edited time.Time `json:"edited,omitzero"` // when whoever posted it changed it last

	Served string `json:"served,omitempty"` // the content type with which it was sent, where that states a charset
}

// Validate says what is wrong with the find, or nil.
func (f Find) Validate() error {
	switch {
	case f.Item.IsZero():
		return fmt.Errorf("find: no item")
	case f.Case == "":
		return fmt.Errorf("find of %s: no case", f.Item.Short())
	case f.Where == "":
		return fmt.Errorf("find of %s: where it was found is empty", f.Item.Short())
	case f.By == "":
		return fmt.Errorf("find of %s: who found it is empty", f.Item.Short())
	}
	return nil
}
