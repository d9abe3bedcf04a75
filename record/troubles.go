package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// PutTrouble keeps why a stage could do nothing with an item, and reports
// whether that is news. An empty reason takes back an earlier one.
func (tx *Tx) PutTrouble(ctx context.Context, item atleast.Digest, stage, reason string) (changed bool, err error) {
	if reason == "" {
		changed, err = tx.exec(ctx, `DELETE FROM troubles WHERE item = ? AND stage = ?`, item.String(), stage)
	} else {
		changed, err = tx.exec(ctx, `INSERT INTO troubles (item, stage, reason) VALUES (?, ?, ?)
			ON CONFLICT (item, stage) DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason`, item.String(), stage, reason)
	}
	return changed, failed(err, "put trouble with", item)
}

// Troubles returns why stages could do nothing with an item, by the names of
// the stages.
func (r Rows) Troubles(ctx context.Context, item atleast.Digest) ([]string, error) {
	reasons, err := all[string](ctx, r, `SELECT json_quote(reason) FROM troubles WHERE item = ? ORDER BY stage`, item.String())
	return reasons, failed(err, "troubles with", item)
}

// HasResult reports whether something was read from an item: a text or a
// fingerprint.
func (r Rows) HasResult(ctx context.Context, item atleast.Digest) (has bool, err error) {
	err = scan(ctx, r, &has, `SELECT EXISTS (SELECT 1 FROM texts WHERE item = ?1) OR EXISTS (SELECT 1 FROM fingerprints WHERE item = ?1)`, item.String())
	return has, failed(err, "result of", item)
}
