package desk

import (
	"context"
	"errors"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// The names of the stages, under which troubles are kept.
const (
	matching = "match"
	claiming = "claim"
	reading  = "screen text"
)

// stage is something that is done once with every item of a kind.
type stage struct {
	name string
	kind atleast.Kind
	// run records what came of it, with its event. Where the item itself is why
	// nothing came of it, the error is a trouble, and that is what is recorded.
	run func(d *Desk, ctx context.Context, caseID, by string, item atleast.Item) error
	// event is the kind of the entry that says so.
	event atleast.EventKind
	// done reports whether the stage has come to a result.
	done func(record.Rows, context.Context, atleast.Digest) (bool, error)
}

// pipeline is the order in which stages follow once an item is preserved.
//
//	intake  ->  match  ->  verify  ->  count       ->  publish
//	        ->  claim  ->          ->  corroborate ->
//
// Text on the screen is read apart (ReadScreens), for finding items by it.
// What lies to the right of match and claim depends on many items and on what
// people judge: it is worked out when it is asked for (Footage, Evidence, Tally,
// Figures), from what the record then holds.
var pipeline = []stage{
	{matching, atleast.Photo, (*Desk).fingerprint, atleast.FootageMatched, record.Rows.HasFingerprint},
	{matching, atleast.Video, (*Desk).fingerprint, atleast.FootageMatched, record.Rows.HasFingerprint},
	{matching, atleast.Audio, (*Desk).fingerprint, atleast.FootageMatched, record.Rows.HasFingerprint},
	{claiming, atleast.Report, (*Desk).read, atleast.ClaimsRead, record.Rows.HasText},
}

// trouble is why a stage can do nothing with an item: a result, not a failure.
type trouble struct{ reason string }

func (t trouble) Error() string { return t.reason }

// outcome is what the event of a stage that came to nothing speaks of.
type outcome struct {
	Stage   string `json:"stage"`
	Trouble string `json:"trouble"`
}

// process runs the stages for an item that have not come to a result yet, and
// returns why one could do nothing with it. What one stage cannot open the next
// ones do not try.
func (d *Desk) process(ctx context.Context, caseID, by string, item atleast.Item) (reason string, err error) {
	for _, s := range pipeline {
		if s.kind != item.Kind {
			continue
		}
		done, err := s.done(d.rows.Rows, ctx, item.Digest)
		if err != nil {
			return "", err
		}
		if done {
			continue
		}
		err = s.run(d, ctx, caseID, by, item)
		if why := (trouble{}); errors.As(err, &why) {
			d.log.InfoContext(ctx, "nothing came of a stage", "stage", s.name, "item", item.Digest, "reason", why.reason)
			return why.reason, d.recordTrouble(ctx, s, caseID, by, item.Digest, why.reason)
		}
		if err != nil {
			return "", err
		}
	}
	return "", nil
}

// recordTrouble records that nothing came of a stage. An item that is handed in
// again is tried again; the same reason is not entered twice.
func (d *Desk) recordTrouble(ctx context.Context, s stage, caseID, by string, item atleast.Digest, reason string) error {
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		changed, err := tx.PutTrouble(ctx, item, s.name, reason)
		if err != nil || !changed {
			return err
		}
		return enter(ctx, tx, d.event(s.event, caseID, item.String(), by), outcome{s.name, reason})
	})
}
