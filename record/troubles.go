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

// HasText reports whether a report was read.
func (r Rows) HasText(ctx context.Context, item atleast.Digest) (bool, error) {
	return r.has(ctx, `SELECT EXISTS (SELECT 1 FROM texts WHERE item = ?)`, item)
}

// HasFingerprint reports whether a medium has a fingerprint.
func (r Rows) HasFingerprint(ctx context.Context, item atleast.Digest) (bool, error) {
	return r.has(ctx, `SELECT EXISTS (SELECT 1 FROM fingerprints WHERE item = ?)`, item)
}

// HasScreenText reports whether a program looked for text on a picture or film,
// found or not.
func (r Rows) HasScreenText(ctx context.Context, item atleast.Digest) (bool, error) {
	return r.has(ctx, `SELECT EXISTS (SELECT 1 FROM screen_texts WHERE item = ?)`, item)
}

func (r Rows) has(ctx context.Context, question string, item atleast.Digest) (has bool, err error) {
	err = scan(ctx, r, &has, question, item.String())
	return has, failed(err, "result of", item)
}
