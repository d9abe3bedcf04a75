package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// PutTrouble keeps why a stage could do nothing with an item. An empty reason
// takes back an earlier one.
func (tx *Tx) PutTrouble(ctx context.Context, item atleast.Digest, stage, reason string) error {
	_, err := tx.exec(ctx, `DELETE FROM troubles WHERE item = ? AND stage = ?`, item.String(), stage)
	if err == nil && reason != "" {
		_, err = tx.exec(ctx, `INSERT INTO troubles (item, stage, reason) VALUES (?, ?, ?)`, item.String(), stage, reason)
	}
	return failed(err, "put trouble with", item)
}

// Troubles returns why stages could do nothing with an item, by the names of
// the stages.
func (r Rows) Troubles(ctx context.Context, item atleast.Digest) ([]string, error) {
	reasons, err := all[string](ctx, r, `SELECT json_quote(reason) FROM troubles WHERE item = ? ORDER BY stage`, item.String())
	return reasons, failed(err, "troubles with", item)
}
