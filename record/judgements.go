package record

import (
	"context"
	"strconv"

	"github.com/atleast-desk/atleast"
)

// AddSighting adds a sighting and returns it with its ID: s1, s2, … in the case
// where it has none. atleast.ErrExists where the ID is taken.
func (tx *Tx) AddSighting(ctx context.Context, caseID string, s atleast.Sighting) (atleast.Sighting, error) {
	var err error
	if s.ID == "" {
		s.ID, err = tx.nextID(ctx, "s", `SELECT id FROM sightings WHERE case_id = ?`, caseID)
	}
	if err == nil {
		err = tx.insertNew(ctx, s, `INSERT INTO sightings (case_id, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, caseID, s.ID)
	}
	if err == nil {
		err = tx.reindex(ctx, s.Footage)
	}
	return s, failed(err, "add sighting", s.ID)
}

// AddVerdict adds a verdict and returns it with its ID: v1, v2, … in the case
// where it has none. atleast.ErrExists where the ID is taken.
func (tx *Tx) AddVerdict(ctx context.Context, v atleast.Verdict) (atleast.Verdict, error) {
	var err error
	if v.ID == "" {
		v.ID, err = tx.nextID(ctx, "v", `SELECT id FROM verdicts WHERE case_id = ?`, v.Case)
	}
	if err == nil {
		err = tx.insertNew(ctx, v, `INSERT INTO verdicts (case_id, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, v.Case, v.ID)
	}
	return v, failed(err, "add verdict", v.ID)
}

// AddAssumption adds an assumption. The latest of a name is the one that counts.
func (tx *Tx) AddAssumption(ctx context.Context, caseID string, a atleast.Assumption) error {
	_, err := tx.insert(ctx, a, `INSERT INTO assumptions (case_id, name, body) VALUES (?, ?, ?)`, caseID, a.Name)
	return failed(err, "add assumption", a.Name)
}

// Sightings returns those of a case as they were coded, oldest first.
func (r Rows) Sightings(ctx context.Context, caseID string) ([]atleast.Sighting, error) {
	sightings, err := all[atleast.Sighting](ctx, r, `SELECT body FROM sightings WHERE case_id = ? ORDER BY seq`, caseID)
	return sightings, failed(err, "sightings of", caseID)
}

// HasSighting reports whether a sighting of the case has this ID.
func (r Rows) HasSighting(ctx context.Context, caseID, id string) (has bool, err error) {
	err = scan(ctx, r, &has, `SELECT EXISTS (SELECT 1 FROM sightings WHERE case_id = ? AND id = ?)`, caseID, id)
	return has, failed(err, "sighting", id)
}

// HasItem reports whether the item was found for the case.
func (r Rows) HasItem(ctx context.Context, caseID string, d atleast.Digest) (has bool, err error) {
	err = scan(ctx, r, &has, `SELECT EXISTS (SELECT 1 FROM finds WHERE case_id = ? AND item = ?)`, caseID, d.String())
	return has, failed(err, "item", d)
}

// Verdicts returns every one ever given in a case, oldest first.
func (r Rows) Verdicts(ctx context.Context, caseID string) ([]atleast.Verdict, error) {
	verdicts, err := all[atleast.Verdict](ctx, r, `SELECT body FROM verdicts WHERE case_id = ? ORDER BY seq`, caseID)
	return verdicts, failed(err, "verdicts of", caseID)
}

// Assumptions returns the latest of each name, by when the name was first used.
func (r Rows) Assumptions(ctx context.Context, caseID string) ([]atleast.Assumption, error) {
	assumptions, err := all[atleast.Assumption](ctx, r, `SELECT body FROM assumptions JOIN
		(SELECT min(seq) AS first, max(seq) AS latest FROM assumptions WHERE case_id = ? GROUP BY name) AS named ON seq = latest
		ORDER BY first`, caseID)
	return assumptions, failed(err, "assumptions of", caseID)
}

// nextID returns the prefix with the first number after those that are taken.
func (tx *Tx) nextID(ctx context.Context, prefix, taken string, args ...any) (string, error) {
	rows, err := tx.q.QueryContext(ctx, taken, args...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	highest := 0
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return "", err
		}
		if n, ok := numbered(id, prefix); ok {
			highest = max(highest, n)
		}
	}
	return prefix + strconv.Itoa(highest+1), rows.Err()
}

func numbered(id, prefix string) (n int, ok bool) {
	if len(id) <= len(prefix) || id[:len(prefix)] != prefix {
		return 0, false
	}
	n, err := strconv.Atoi(id[len(prefix):])
	return n, err == nil && n > 0 && n < 1<<30
}

func (tx *Tx) insertNew(ctx context.Context, noun any, statement string, args ...any) error {
	added, err := tx.insert(ctx, noun, statement, args...)
	if err == nil && !added {
		return atleast.ErrExists
	}
	return err
}
