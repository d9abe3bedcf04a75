package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// AddItem adds an item. Where its digest is known already the item stays as it
// was first recorded, and added is false.
func (tx *Tx) AddItem(ctx context.Context, item atleast.Item) (added bool, err error) {
	added, err = tx.insert(ctx, item, `INSERT INTO items (digest, body) VALUES (?, ?) ON CONFLICT DO NOTHING`, item.Digest.String())
	return added, failed(err, "add item", item.Digest)
}

// AddFind adds a place where an item was found. The same place, found again by
// the same person for the same case, is not added.
func (tx *Tx) AddFind(ctx context.Context, f atleast.Find) (added bool, err error) {
	added, err = tx.insert(ctx, f, `INSERT INTO finds (item, case_id, place, by, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		f.Item.String(), f.Case, f.Where, f.By)
	if added && err == nil {
		err = tx.reindex(ctx, f.Item.String())
	}
	return added, failed(err, "add find of", f.Item)
}

// Items returns the items found for a case, in the order of their first finds.
func (r Rows) Items(ctx context.Context, caseID string) ([]atleast.Item, error) {
	items, err := all[atleast.Item](ctx, r, `SELECT items.body FROM items JOIN finds ON finds.item = items.digest
		WHERE finds.case_id = ? GROUP BY items.digest ORDER BY min(finds.seq)`, caseID)
	return items, failed(err, "items of", caseID)
}

// Held returns the items that were taken out of an archive for a case, in the
// order in which they were.
func (r Rows) Held(ctx context.Context, caseID string, archive atleast.Digest) ([]atleast.Item, error) {
	items, err := all[atleast.Item](ctx, r, `SELECT items.body FROM items JOIN finds ON finds.item = items.digest
		WHERE finds.case_id = ? AND finds.body ->> '$.in' = ? GROUP BY items.digest ORDER BY min(finds.seq)`, caseID, archive.String())
	return items, failed(err, "items held by", archive)
}

// Item returns one item, or atleast.ErrNotFound.
func (r Rows) Item(ctx context.Context, d atleast.Digest) (atleast.Item, error) {
	item, err := one[atleast.Item](ctx, r, `SELECT body FROM items WHERE digest = ?`, d.String())
	return item, failed(err, "item", d)
}

// Finds returns where an item was found, oldest first.
func (r Rows) Finds(ctx context.Context, d atleast.Digest) ([]atleast.Find, error) {
	finds, err := all[atleast.Find](ctx, r, `SELECT body FROM finds WHERE item = ? ORDER BY seq`, d.String())
	return finds, failed(err, "finds of", d)
}
