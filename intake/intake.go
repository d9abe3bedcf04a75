// Package intake preserves what is handed in before anything reads it: the
// bytes as they arrived, what kind of thing they are, and where they were found.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"path"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/media"
)

// File is something handed in.
type File struct {
	Name  string // as it was called where it comes from
	Where string // a web address, or the path it is handed in from; Name where empty
	Open  func() (io.ReadCloser, error)

	Served string // the content type with which it was sent; empty where none is known

	Beside fs.FS // the folder that it lies in, for an export that names files beside it; nil where there is none

	// Of what is taken out of an archive:
	In     atleast.Digest // the archive
	Dated  time.Time      // when it was captured or posted; zero where not known
	Edited time.Time      // when it was changed last; zero where it never was
}

// Kept is what became of a file.
type Kept struct {
	Item    atleast.Item // as it was first recorded
	New     bool         // its bytes were not kept before
	NewFind bool         // it was not found there, by that person and for that case, before
	Held    int          // items that were taken out of it, or were handed in with it; of an archive or a letter
	Trouble string       // why a later stage could do nothing with it; empty where all went well
}

// Keeper keeps bytes.
type Keeper interface {
	// Put keeps all that r gives and returns its digest and its size. The bytes
	// are durable when it returns. Putting the same bytes again is harmless.
	Put(ctx context.Context, r io.Reader) (atleast.Digest, int64, error)
	// Open gives bytes that were put.
	Open(ctx context.Context, d atleast.Digest) (io.ReadSeekCloser, error)
}

// Book is where items and finds are entered.
type Book interface {
	// Enter records an item, unless it is known, and a find of it, unless that
	// is known, each with its event: all durable when it returns, or none. Kept
	// is filled in but for the trouble.
	Enter(ctx context.Context, item atleast.Item, find atleast.Find) (Kept, error)
}

// Examiner looks closer at files whose beginning does not say enough.
type Examiner interface {
	// Examine says what kept bytes are, from more of them than their header. Where it
	// cannot, the error is a *media.Refused.
	Examine(ctx context.Context, d atleast.Digest) (media.Info, error)
}

// DefaultLimit is the size above which a file is refused where Intake states
// none: an hour of footage as professional cameras record it.
const DefaultLimit = 64 << 30

// Intake preserves files.
type Intake struct {
	Blobs Keeper
	Book  Book
	Now   func() time.Time
	Limit int64 // bytes; DefaultLimit where zero

	Closer Examiner // asked about media whose header leaves open what they are; nil for nobody
}

// Add preserves a file for a case and enters it. The error is ErrUnusable where
// the file is at fault: it is empty, cannot be read, or is too large. A file of
// a kind that no stage can use is kept like any other.
func (in Intake) Add(ctx context.Context, caseID, by string, f File) (Kept, error) {
	find := atleast.Find{Case: caseID, Where: f.Where, By: by, At: in.Now(), In: f.In, Dated: f.Dated, Edited: f.Edited, Served: stated(f.Served)}
	if find.Where == "" {
		find.Where = f.Name
	}
	item, err := in.preserve(ctx, f)
	if err != nil {
		return Kept{}, fmt.Errorf("add %s: %w", f.Name, err)
	}
	item.First, find.Item = find.At, item.Digest
	if err := find.Validate(); err != nil {
		return Kept{}, fmt.Errorf("add %s: %w: %w", f.Name, atleast.ErrInvalid, err)
	}
	kept, err := in.Book.Enter(ctx, item, find)
	if err != nil {
		return Kept{}, fmt.Errorf("add %s: %w", f.Name, err)
	}
	return kept, nil
}

// stated returns a content type that states a charset, which the bytes alone may
// not tell; of any other the bytes tell more than whoever sent them.
func stated(contentType string) string {
	if _, parameters, err := mime.ParseMediaType(contentType); err != nil || parameters["charset"] == "" {
		return ""
	}
	return contentType
}

// preserve keeps the bytes of a file and says what they are.
func (in Intake) preserve(ctx context.Context, f File) (atleast.Item, error) {
	content, err := f.Open()
	if err != nil {
		return atleast.Item{}, unusable(err)
	}
	defer content.Close()
	from := &source{r: content, left: in.limit()}
	digest, size, err := in.Blobs.Put(ctx, from)
	if from.failure != nil {
		return atleast.Item{}, from.failure
	}
	if err != nil {
		return atleast.Item{}, err
	}
	item, err := in.look(ctx, digest, size)
	item.Name = lastPart(f.Name)
	return item, err
}

// look reads what a preserved file is from its bytes.
func (in Intake) look(ctx context.Context, digest atleast.Digest, size int64) (atleast.Item, error) {
	content, err := in.Blobs.Open(ctx, digest)
	if err != nil {
		return atleast.Item{}, err
	}
	defer content.Close()
	item, err := Look(content, size)
	item.Digest = digest
	if err != nil || in.Closer == nil || !vague(item) {
		return item, err
	}
	return in.lookCloser(ctx, item)
}

// vague reports whether an item may be a medium that its header says too little of.
func vague(item atleast.Item) bool {
	switch item.Kind {
	case atleast.Photo:
		return item.Width == 0
	case atleast.Video:
		return item.Width == 0 || item.Length == 0
	case atleast.Audio:
		return item.Length == 0
	}
	return item.Type == "application/octet-stream"
}

// lookCloser puts in what the examiner finds. What it refuses stays what it looked like.
func (in Intake) lookCloser(ctx context.Context, item atleast.Item) (atleast.Item, error) {
	info, err := in.Closer.Examine(ctx, item.Digest)
	var refused *media.Refused
	if errors.As(err, &refused) || err == nil && !info.Kind().Medium() {
		return item, nil
	}
	if err != nil {
		return item, err
	}
	item.Kind, item.Type = info.Kind(), info.Type
	item.Width, item.Height, item.Length = info.Width, info.Height, info.LengthS
	return item, nil
}

func (in Intake) limit() int64 {
	if in.Limit == 0 {
		return DefaultLimit
	}
	return in.Limit
}

// lastPart takes the folders from a name, as any system writes them.
func lastPart(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }
