package desk

import (
	"context"
	"io"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/record"
)

// Add preserves a file for a case, and runs the stages that follow on it; text on
// the screen is read later, by ReadScreens or KeepReading. What an archive holds, or was sent with a letter, becomes items of their own. A file that no stage can use is
// kept and Kept says why; intake.ErrUnusable means
// that there was nothing to keep.
func (d *Desk) Add(ctx context.Context, caseID, by string, f intake.File) (intake.Kept, error) {
	if err := acting(by); err != nil {
		return intake.Kept{}, err
	}
	if _, err := d.rows.Case(ctx, caseID); err != nil {
		return intake.Kept{}, err
	}
	kept, err := d.intake.Add(ctx, caseID, by, f)
	if err != nil {
		return kept, err
	}
	if kept.Item.Kind == atleast.Archive {
		kept.Held, kept.Trouble, err = d.unpack(ctx, caseID, by, kept.Item, f)
		return kept, err
	}
	defer d.tell()
	if kept.Trouble, err = d.process(ctx, caseID, by, kept.Item); err == nil && !kept.New {
		err = d.tryAgain(ctx, kept.Item.Digest)
	}
	if err == nil {
		kept.Held, err = d.keepAttached(ctx, caseID, by, kept.Item, f)
	}
	return kept, err
}

// book enters items and finds into the desk's record.
type book struct{ *Desk }

// preserved is what the event of a new item speaks of.
type preserved struct {
	Item atleast.Item `json:"item"`
	Find atleast.Find `json:"find"`
}

// Enter records an item and a find, each where it is new, with the event.
func (b book) Enter(ctx context.Context, item atleast.Item, find atleast.Find) (kept intake.Kept, err error) {
	err = b.rows.Update(ctx, func(tx *record.Tx) error {
		if kept.New, err = tx.AddItem(ctx, item); err != nil {
			return err
		}
		if kept.NewFind, err = tx.AddFind(ctx, find); err != nil {
			return err
		}
		if kept.Item, err = tx.Item(ctx, item.Digest); err != nil {
			return err
		}
		switch subject := item.Digest.String(); {
		case kept.New:
			return enter(ctx, tx, b.event(atleast.ItemPreserved, find.Case, subject, find.By), preserved{item, find})
		case kept.NewFind:
			return enter(ctx, tx, b.event(atleast.ItemFound, find.Case, subject, find.By), find)
		}
		return nil
	})
	return kept, err
}

// Items returns the items found for a case, in the order in which they were found.
func (d *Desk) Items(ctx context.Context, caseID string) ([]atleast.Item, error) {
	return d.rows.Items(ctx, caseID)
}

// Held returns the items that were taken out of an archive for a case, in the
// order in which they were.
func (d *Desk) Held(ctx context.Context, caseID string, archive atleast.Digest) ([]atleast.Item, error) {
	return d.rows.Held(ctx, caseID, archive)
}

// Item returns one item, or atleast.ErrNotFound.
func (d *Desk) Item(ctx context.Context, item atleast.Digest) (atleast.Item, error) {
	return d.rows.Item(ctx, item)
}

// Finds returns where an item was found, for every case, oldest first.
func (d *Desk) Finds(ctx context.Context, item atleast.Digest) ([]atleast.Find, error) {
	return d.rows.Finds(ctx, item)
}

// Content gives the bytes of an item as they arrived, or atleast.ErrNotFound.
func (d *Desk) Content(ctx context.Context, item atleast.Digest) (io.ReadSeekCloser, error) {
	return d.blobs.Open(ctx, item)
}

// Path returns the name of the read-only file that holds the bytes of an item,
// for what can only read files by their names. There may be none.
func (d *Desk) Path(item atleast.Digest) string { return d.blobs.Path(item) }

// Caveats returns what a reader should know of how the texts of a case's reports
// were taken, of those where there is something.
func (d *Desk) Caveats(ctx context.Context, caseID string) (map[atleast.Digest]string, error) {
	return d.rows.Caveats(ctx, caseID)
}

// Troubles returns why stages could do nothing with an item; none where all
// went well.
func (d *Desk) Troubles(ctx context.Context, item atleast.Digest) ([]string, error) {
	return d.rows.Troubles(ctx, item)
}
