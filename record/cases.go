package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// AddCase adds a case, or returns atleast.ErrExists.
func (tx *Tx) AddCase(ctx context.Context, c atleast.Case) error {
	added, err := tx.insert(ctx, c, `INSERT INTO cases (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING`, c.ID)
	if err == nil && !added {
		err = atleast.ErrExists
	}
	return failed(err, "add case", c.ID)
}

// Cases returns every case in the order in which they were opened.
func (r Rows) Cases(ctx context.Context) ([]atleast.Case, error) {
	cases, err := all[atleast.Case](ctx, r, `SELECT body FROM cases ORDER BY seq`)
	return cases, failed(err, "cases of", "the desk")
}

// Case returns one case, or atleast.ErrNotFound.
func (r Rows) Case(ctx context.Context, id string) (atleast.Case, error) {
	c, err := one[atleast.Case](ctx, r, `SELECT body FROM cases WHERE id = ?`, id)
	return c, failed(err, "case", id)
}
