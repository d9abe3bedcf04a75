package web

import (
	"context"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/intake"
)

// itemOrigin says where an item comes from, and what comes out of it.
type itemOrigin interface {
	// Finds returns every place where the item was found, in any case.
	Finds(ctx context.Context, d atleast.Digest) ([]atleast.Find, error)
	// Held returns the items that were taken out of an archive for a case.
	Held(ctx context.Context, caseID string, archive atleast.Digest) ([]atleast.Item, error)
	footageReader
	// EventsAbout returns the entries of the ledger that speak of the subject.
	EventsAbout(ctx context.Context, subject string) ([]custody.Entry, error)
}

// foundLine is a find with the archive that the item was taken out of; the zero
// item where it was handed in by itself.
type foundLine struct {
	atleast.Find
	Archive atleast.Item
}

// TakenOut reports whether the item was taken out of an archive.
func (f foundLine) TakenOut() bool { return !f.In.IsZero() }

// DatedAs says what happened on the find's date.
func (f foundLine) DatedAs() string {
	if f.Archive.Type == intake.TypeTelegram || f.Archive.Type == intake.TypeTelegramZip {
		return "posted"
	}
	if f.Archive.Kind == atleast.Report {
		return "sent"
	}
	return "captured"
}

func (p itemPage) fillOrigin(ctx context.Context, caseID string, body *itemBody) (err error) {
	if err := p.fillFinds(ctx, body); err != nil {
		return err
	}
	if body.Troubles, err = p.desk.Troubles(ctx, body.Item.Digest); err != nil {
		return err
	}
	caveats, err := p.desk.Caveats(ctx, caseID)
	if err != nil {
		return err
	}
	body.Caveat = caveats[body.Item.Digest]
	body.Entries, err = p.desk.EventsAbout(ctx, body.Item.Digest.String())
	return err
}

// fillFinds looks each archive up once: an item may lie in one many times.
func (p itemPage) fillFinds(ctx context.Context, body *itemBody) error {
	finds, err := p.desk.Finds(ctx, body.Item.Digest)
	if err != nil {
		return err
	}
	archives := map[atleast.Digest]atleast.Item{}
	for _, find := range finds {
		archive, known := archives[find.In]
		if !known && !find.In.IsZero() {
			if archive, err = p.desk.Item(ctx, find.In); err != nil {
				return fmt.Errorf("archive of %s: %w", find.Where, err)
			}
			archives[find.In] = archive
		}
		body.Finds = append(body.Finds, foundLine{find, archive})
	}
	return nil
}
