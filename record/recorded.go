package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// Recorded is a row that is never changed, in the words of the event that
// speaks of it.
type Recorded struct {
	Kind    atleast.EventKind
	Case    string
	Subject string
	Body    []byte // the event holds the SHA-256 of this
}

// recorded tells the first find of an item from the later ones: the item was
// preserved with that one.
const recorded = `
	SELECT ?, id, id, body FROM cases
	UNION ALL SELECT ?, case_id, item, '{"item":' || items.body || ',"find":' || finds.body || '}'
		FROM finds LEFT JOIN items ON items.digest = item
		WHERE finds.seq IN (SELECT min(seq) FROM finds GROUP BY item)
	UNION ALL SELECT ?, case_id, item, body FROM finds
		WHERE seq NOT IN (SELECT min(seq) FROM finds GROUP BY item)
	UNION ALL SELECT ?, case_id, id, body FROM sightings
	UNION ALL SELECT ?, case_id, id, body FROM verdicts
	UNION ALL SELECT ?, case_id, name, body FROM assumptions
	UNION ALL SELECT ?, case_id, evidence, body FROM tallies`

// RecordedKinds are the kinds of event that speak of rows which are never
// changed, in the order in which recorded asks for them.
var RecordedKinds = []atleast.EventKind{
	atleast.CaseOpened, atleast.ItemPreserved, atleast.ItemFound, atleast.SightingCoded,
	atleast.VerdictGiven, atleast.AssumptionNamed, atleast.TallyComputed,
}

// EachRecorded visits every row that is never changed, and stops at the first
// error, which it returns.
func (r Rows) EachRecorded(ctx context.Context, visit func(Recorded) error) error {
	kinds := make([]any, len(RecordedKinds))
	for i, kind := range RecordedKinds {
		kinds[i] = string(kind)
	}
	rows, err := r.q.QueryContext(ctx, recorded, kinds...)
	if err != nil {
		return failed(err, "rows of", "the desk")
	}
	defer rows.Close()
	for rows.Next() {
		var row Recorded
		if err := rows.Scan(&row.Kind, &row.Case, &row.Subject, &row.Body); err != nil {
			return failed(err, "rows of", "the desk")
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	return failed(rows.Err(), "rows of", "the desk")
}
