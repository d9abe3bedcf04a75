package desk

import (
	"context"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// OpenCase begins an investigation. The time at which it is opened and the
// speed are filled in where they are left out. It returns atleast.ErrExists
// where there is a case of that name.
func (d *Desk) OpenCase(ctx context.Context, by string, c atleast.Case) error {
	if err := acting(by); err != nil {
		return err
	}
	if c.Opened.IsZero() {
		c.Opened = d.time()
	}
	if c.SpeedKMH == 0 {
		c.SpeedKMH = atleast.DefaultSpeedKMH
	}
	if err := c.Validate(); err != nil {
		return fmt.Errorf("desk: %w: %w", atleast.ErrInvalid, err)
	}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if err := tx.AddCase(ctx, c); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.CaseOpened, c.ID, c.ID, by), c)
	})
}

// Cases returns every case in the order in which they were opened.
func (d *Desk) Cases(ctx context.Context) ([]atleast.Case, error) { return d.rows.Cases(ctx) }

// Case returns one case, or atleast.ErrNotFound.
func (d *Desk) Case(ctx context.Context, id string) (atleast.Case, error) {
	return d.rows.Case(ctx, id)
}
