package web

import (
	"context"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// compareDesk is what comparing two items needs.
type compareDesk interface {
	caseReader
	itemReader
	itemsReader
	footageReader
	verdictsReader
}

type itemsReader interface {
	// Items returns what is kept for a case, the first preserved first.
	Items(ctx context.Context, caseID string) ([]atleast.Item, error)
}

type footageReader interface {
	// Footage returns the items of a case grouped by recording.
	Footage(ctx context.Context, caseID string) ([]atleast.Footage, error)
}

type comparePage struct {
	*shell
	desk compareDesk
}

type compareBody struct {
	A, B       string         // as they were asked for
	Names      []atleast.Item // to choose from, some
	Unfound    string         // what was asked for and is no item of the case
	Twice      string         // what was asked to be compared with itself
	Sides      []comparedItem // the two, or none while they are not chosen
	Aligned    []alignment    // how the one comes from the other, as the machine found
	OneFootage bool           // they are in one group
	Quoting    string         // the name of the one that quotes several recordings, perhaps the other too
	Sound      *sound         // they sound the same and are of two groups; else nil
	Alike      bool           // they look like two photographs of one scene
	concluded
	Form *form
}

// Media reports whether pictures, films or sounds are compared, not reports.
func (b compareBody) Media() bool { return len(b.Sides) > 0 && b.Sides[0].Kind.Medium() }

// comparedItem is an item with what is drawn over its picture.
type comparedItem struct {
	atleast.Item
	Called string // what to ask for it by
	Over   template.HTML
}

// alignment is a member of a footage with the item that it was made from.
type alignment struct {
	atleast.Member
	This, To atleast.Item
	Passages *passages // nil where they are not films or sounds, or the one is all of the other
}

func (p comparePage) show(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	return p.render(w, r, http.StatusOK, strings.TrimSpace(q.Get("a")), strings.TrimSpace(q.Get("b")), blank("judge", "by", p.who))
}

// namesOffered is how many names the page offers to choose from.
const namesOffered = 300

// render shows items a and b (digests, the beginnings of digests, or names) side
// by side, with f as the form for a verdict.
func (p comparePage) render(w http.ResponseWriter, r *http.Request, status int, a, b string, f *form) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	items, err := p.desk.Items(ctx, c.ID)
	if err != nil {
		return err
	}
	body := compareBody{A: a, B: b, Names: items[:min(len(items), namesOffered)], Form: f}
	if body.choose(items); len(body.Sides) == 2 {
		if err := p.compare(ctx, c.ID, &body); err != nil {
			return err
		}
	}
	return p.page(w, r, status, "compare.html", view{Title: "Compare two items", Here: "items", Case: &c, Body: body})
}

// choose finds the two items; none are chosen where one is missing.
func (b *compareBody) choose(items []atleast.Item) {
	for _, asked := range []string{b.A, b.B} {
		if asked == "" {
			continue
		}
		if item, found := itemCalled(items, asked); found {
			b.Sides = append(b.Sides, comparedItem{Item: item, Called: callOf(items, item)})
		} else {
			b.Unfound = asked
		}
	}
	if len(b.Sides) == 2 {
		b.A, b.B = b.Sides[0].Called, b.Sides[1].Called
	}
	switch {
	case len(b.Sides) < 2:
		b.Sides = nil
	case b.Sides[0].Digest == b.Sides[1].Digest:
		b.Twice, b.Sides = b.A, nil
	}
}

// shortestDigest is how many digits of a digest tell items of a case apart.
const shortestDigest = 8

// itemCalled finds the item by its digest, the beginning of it, or its name; the
// first where several have that name.
func itemCalled(items []atleast.Item, asked string) (atleast.Item, bool) {
	for _, item := range items {
		if item.Name == asked || len(asked) >= shortestDigest && strings.HasPrefix(item.Digest.String(), strings.ToLower(asked)) {
			return item, true
		}
	}
	return atleast.Item{}, false
}

// callOf returns the item's name where no item before it has the same, else the
// beginning of its digest.
func callOf(items []atleast.Item, item atleast.Item) string {
	if first, _ := itemCalled(items, item.Name); first.Digest == item.Digest {
		return item.Name
	}
	return item.Digest.Short()
}

func (p comparePage) compare(ctx context.Context, caseID string, body *compareBody) error {
	a, b := body.Sides[0].Digest.String(), body.Sides[1].Digest.String()
	verdicts, err := p.desk.Verdicts(ctx, caseID)
	if err != nil {
		return err
	}
	body.concluded = concludedOn(verdicts, atleast.OnItems, a, b)
	footage, err := p.desk.Footage(ctx, caseID)
	if err != nil {
		return err
	}
	body.align(footage)
	return nil
}

// align fills in how either comes from the other, where they are of one footage.
func (b *compareBody) align(footage []atleast.Footage) {
	for i, side := range b.Sides {
		for _, member := range membersOf(footageOf(footage, side.Digest)) {
			switch member.Path {
			case side.Digest.String():
				b.alignSide(member, side.Item, &b.Sides[1-i])
			case b.Sides[1-i].Digest.String():
				b.OneFootage = true
			}
		}
	}
}

// alignSide fills in what one side's membership says of the other side.
func (b *compareBody) alignSide(member atleast.Member, side atleast.Item, other *comparedItem) {
	if member.To == other.Digest.String() {
		b.Aligned = append(b.Aligned, alignment{member, side, other.Item, passagesOf(side, other.Item, member.Parts)})
		other.Over = drawCropOver(member.Transform, other.Item)
	}
	if member.Relation == atleast.Compilation {
		b.Quoting = side.Name
	}
	if b.Sound == nil {
		b.Sound = soundWith(side, other.Item, member.SameSound)
	}
	b.Alike = b.Alike || slices.Contains(member.SameScene, other.Digest.String())
}

// footageOf finds the group that the item belongs to; nil where none.
func footageOf(footage []atleast.Footage, item atleast.Digest) *atleast.Footage {
	for i, group := range footage {
		for _, member := range group.Members {
			if member.Path == item.String() {
				return &footage[i]
			}
		}
	}
	return nil
}

func membersOf(group *atleast.Footage) []atleast.Member {
	if group == nil {
		return nil
	}
	return group.Members
}
