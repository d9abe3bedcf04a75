// Package desk is the house: it joins the stores and the stages into the
// operations and questions that the doors (the shell, the pages) offer. It
// decides nothing itself. pipeline.go says in which order the stages follow one
// another; doc/formats/desk.md what lies where in the desk's folder.
//
// A Desk may be used by many goroutines, and one folder by many processes. What
// a question returns is shared with others who ask: look, and leave it as it is.
package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/blob"
	"github.com/atleast-desk/atleast/corroborate"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/record"
)

// What lies in a desk's folder.
const (
	rowsFile  = "record.sqlite"
	blobsDir  = "blobs"
	keyFile   = "ledger.key"
	ownerOnly = 0o700
)

// Desk is an open desk.
type Desk struct {
	dir    string
	now    func() time.Time
	log    *slog.Logger
	rows   *record.Store
	blobs  *blob.Dir
	signer *custody.Signer
	intake intake.Intake

	sandbox *media.Sandbox
	owned   bool // the sandbox is closed with the desk

	looking sync.Once // for the program that reads text
	reader  media.TextReader
	canRead bool

	added chan struct{} // wakes who reads text on screens

	tallying sync.Mutex // one tally at a time
	footage  memo[[]atleast.Footage]
	figures  memo[[]corroborate.Figure]
}

// Open opens the desk in the folder that c names, and creates an empty one
// where there is none. A desk that a newer version of the program has written
// is refused with record.ErrNewer.
func Open(ctx context.Context, c Config) (*Desk, error) {
	c, err := c.complete()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(c.Dir, ownerOnly); err != nil {
		return nil, fmt.Errorf("desk: open %s: %w", c.Dir, err)
	}
	blobs, err := blob.OpenDir(filepath.Join(c.Dir, blobsDir))
	if err != nil {
		return nil, fmt.Errorf("desk: open %s: %w", c.Dir, err)
	}
	rows, err := record.Open(ctx, filepath.Join(c.Dir, rowsFile))
	if err != nil {
		return nil, fmt.Errorf("desk: open %s: %w", c.Dir, err)
	}
	signer, err := openKey(filepath.Join(c.Dir, keyFile), rows.Ledger(ctx))
	if err != nil {
		return nil, fmt.Errorf("desk: open %s: %w", c.Dir, errors.Join(err, rows.Close()))
	}
	d := &Desk{dir: c.Dir, now: c.Now, log: c.Log, rows: rows, blobs: blobs, signer: signer, sandbox: c.Media, added: make(chan struct{}, 1)}
	if d.sandbox == nil {
		d.sandbox, d.owned = &media.Sandbox{}, true
	}
	d.intake = intake.Intake{Blobs: blobs, Book: book{d}, Now: d.time, Closer: d}
	return d, nil
}

// openKey loads the ledger's key, and makes one for a ledger that is still
// empty. A ledger with entries never gets another key: whoever holds a proof
// from it would be told that it does not hold.
func openKey(path string, ledger record.Ledger) (*custody.Signer, error) {
	signer, err := custody.LoadKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return signer, err
	}
	size, err := ledger.Size()
	if err != nil {
		return nil, err
	}
	if size > 0 {
		return nil, fmt.Errorf("the ledger has %d entries and its key is missing: put %s back from a copy of the desk", size, path)
	}
	return custody.CreateKey(path, custody.NewOrigin())
}

// Dir is the folder that the desk is in.
func (d *Desk) Dir() string { return d.dir }

// Close ends the desk's work. Questions and operations under way fail.
func (d *Desk) Close() error {
	err := d.rows.Close()
	if d.owned {
		err = errors.Join(err, d.sandbox.Close())
	}
	return err
}

// time returns the present, as it is written down.
func (d *Desk) time() time.Time { return d.now().UTC() }
