package record

import (
	"encoding/json"

	"github.com/atleast-desk/atleast"
)

// Leaf is a leaf with its number.
type Leaf struct {
	Index int64
	Bytes []byte
}

// About returns the leaves of events that speak of the subject, the first first.
// It reads no others.
func (l Ledger) About(subject string) ([]Leaf, error) {
	leaves, err := l.about(subject)
	return leaves, failed(err, "leaves about", subject)
}

func (l Ledger) about(subject string) (leaves []Leaf, err error) {
	rows, err := l.rows.q.QueryContext(l.ctx, `SELECT n, leaf FROM ledger_leaves WHERE subject = ? ORDER BY n`, subject)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var leaf Leaf
		if err := rows.Scan(&leaf.Index, &leaf.Bytes); err != nil {
			return nil, err
		}
		leaves = append(leaves, leaf)
	}
	return leaves, rows.Err()
}

// Latest returns the number of the latest leaf that holds an event of one of
// the kinds, -1 where there is none: what rests on such events alone is as it was
// for as long as this number is.
func (l Ledger) Latest(kinds ...atleast.EventKind) (n int64, err error) {
	wanted, err := json.Marshal(kinds)
	if err == nil {
		err = scan(l.ctx, l.rows, &n, `SELECT coalesce(max(latest), -1) FROM
			(SELECT (SELECT max(n) FROM ledger_leaves WHERE kind = wanted.value) AS latest FROM json_each(?) AS wanted)`, string(wanted))
	}
	return n, failed(err, "latest of", kinds)
}
