package desk

import (
	"context"
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/record"
)

// screenLanguages are those in which text on the screen is looked for.
var screenLanguages = []string{"eng", "ukr", "rus"}

// textReader looks for the program that reads text, once.
func (d *Desk) textReader(ctx context.Context) (media.TextReader, bool) {
	d.looking.Do(func() { d.reader, d.canRead = media.FindTextReader(context.WithoutCancel(ctx), screenLanguages...) })
	return d.reader, d.canRead
}

// readScreen keeps what a program reads on a picture or on some frames of a film.
// Where no such program is installed, or no frame of such a film can be had, nothing
// is read, which is no trouble of the item: it is tried again at the next start.
func (d *Desk) readScreen(ctx context.Context, caseID, by string, item atleast.Item) error {
	reader, ok := d.textReader(ctx)
	if !ok {
		return nil
	}
	lines, err := d.sandbox.Text(ctx, d.blobs.Path(item.Digest), reader.Languages...)
	refused := (*media.Refused)(nil)
	if errors.As(err, &refused) && (refused.Reason == media.NoTool || refused.Reason == media.Unsupported) {
		return nil
	}
	if refused != nil {
		return trouble{fmt.Sprintf("its text on the screen could not be read: %v", refused)}
	}
	if err != nil {
		return err
	}
	text := atleast.ScreenText{Item: item.Digest, Tool: reader.Tool, Languages: reader.Languages, Lines: append([]atleast.ScreenLine{}, lines...)}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if read, err := tx.HasScreenText(ctx, item.Digest); err != nil || read {
			return err // another process was faster
		}
		if err := tx.PutScreenText(ctx, text); err != nil {
			return err
		}
		if _, err := tx.PutTrouble(ctx, item.Digest, reading, ""); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.ScreenTextRead, caseID, item.Digest.String(), by), text)
	})
}

// ScreenText returns what a program read on an item, or atleast.ErrNotFound where
// none has looked at it.
func (d *Desk) ScreenText(ctx context.Context, item atleast.Digest) (atleast.ScreenText, error) {
	return d.rows.ScreenText(ctx, item)
}

// Search returns up to limit items of a case, or of all cases where it is empty,
// that hold all the words: in their name, where they were found, what they say or
// show, what is read out of them, or what analysts wrote. The best stands first.
func (d *Desk) Search(ctx context.Context, caseID, words string, limit int) ([]atleast.Hit, error) {
	if caseID != "" {
		if _, err := d.rows.Case(ctx, caseID); err != nil {
			return nil, err
		}
	}
	return d.rows.Search(ctx, caseID, words, limit)
}
