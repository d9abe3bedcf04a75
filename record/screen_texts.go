package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// PutScreenText keeps what a program read on a picture or film, in place of an
// earlier reading.
func (tx *Tx) PutScreenText(ctx context.Context, t atleast.ScreenText) error {
	_, err := tx.insert(ctx, t, `INSERT INTO screen_texts (item, body) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET body = excluded.body`, t.Item.String())
	if err == nil {
		err = tx.reindex(ctx, t.Item.String())
	}
	return failed(err, "put text on the screen of", t.Item)
}

// ScreenText returns what a program read on a picture or film, or
// atleast.ErrNotFound where none has looked.
func (r Rows) ScreenText(ctx context.Context, item atleast.Digest) (atleast.ScreenText, error) {
	t, err := one[atleast.ScreenText](ctx, r, `SELECT body FROM screen_texts WHERE item = ?`, item.String())
	return t, failed(err, "text on the screen of", item)
}

// ScreenTexts returns those of the items of a case, in the order in which the
// items were found.
func (r Rows) ScreenTexts(ctx context.Context, caseID string) ([]atleast.ScreenText, error) {
	texts, err := all[atleast.ScreenText](ctx, r, `SELECT screen_texts.body FROM screen_texts JOIN finds ON finds.item = screen_texts.item
		WHERE finds.case_id = ? GROUP BY screen_texts.item ORDER BY min(finds.seq)`, caseID)
	return texts, failed(err, "texts on screens of", caseID)
}

// Unread returns the photos and videos on which no program has looked for text, and
// that no stage had trouble with, in the order in which they were preserved.
func (r Rows) Unread(ctx context.Context) ([]atleast.Item, error) {
	items, err := all[atleast.Item](ctx, r, `SELECT body FROM items WHERE body ->> '$.kind' IN (?, ?)
		AND NOT EXISTS (SELECT 1 FROM screen_texts WHERE item = digest)
		AND NOT EXISTS (SELECT 1 FROM troubles WHERE item = digest) ORDER BY seq`, string(atleast.Photo), string(atleast.Video))
	return items, failed(err, "media without", "text")
}
