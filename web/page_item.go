package web

import (
	"context"
	"errors"
	"html/template"
	"net/http"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// itemDesk is what the page of one item needs.
type itemDesk interface {
	caseReader
	itemReader
	itemOrigin
	itemContent
}

// itemContent is what was read from an item, or seen in it.
type itemContent interface {
	// Text returns the text that the offsets of claims point into.
	Text(ctx context.Context, d atleast.Digest) (string, error)
	claimsReader
	sightingsReader
	verdictsReader
	// ScreenText returns what a program read on a picture or film, or ErrNotFound
	// where none has looked.
	ScreenText(ctx context.Context, d atleast.Digest) (atleast.ScreenText, error)
	// Troubles says why later stages could do nothing with the item.
	Troubles(ctx context.Context, d atleast.Digest) ([]string, error)
	caveatsReader
}

type itemPage struct {
	*shell
	desk itemDesk
}

type itemBody struct {
	Item      atleast.Item
	Playable  bool
	Shown     bool
	Finds     []foundLine
	Held      []atleast.Item // what was taken out of it, the first of them
	HeldPager pager
	Troubles  []string
	Caveat    string // what a reader should know of how its text was taken
	Footage   *atleast.Footage
	Related   []relative
	Sounds    []sound
	Alike     []atleast.Item // that look like other photographs of its scene
	Entries   []custody.Entry
	Marked    markedText
	Screen    *atleast.ScreenText // nil where no program has looked
	Claims    []judgedClaim
	Sightings []atleast.Sighting
	Form      *form
}

// relative is another item of the same footage.
type relative struct {
	atleast.Member
	Item atleast.Item
	Here bool          // the item whose page this is
	Of   atleast.Item  // what it was made from; without a digest for the reference
	Crop template.HTML // which part of that it shows

	Passages *passages // between this item and the other; nil where they are not films or sounds, or the one is all of the other
}

func (p itemPage) show(w http.ResponseWriter, r *http.Request) error {
	digest, err := atleast.ParseDigest(r.PathValue("digest"))
	if err != nil {
		return p.missing(w, r)
	}
	return p.render(w, r, http.StatusOK, digest, blank("sight", "by", p.who))
}

// render shows the item, with f as the form for a sighting.
func (p itemPage) render(w http.ResponseWriter, r *http.Request, status int, digest atleast.Digest, f *form) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	item, err := p.desk.Item(ctx, digest)
	if err != nil {
		return err
	}
	body := itemBody{Item: item, Playable: playable(item.Type), Shown: r.URL.Query().Get("show") == "all", Form: f}
	for _, fill := range []func(context.Context, string, *itemBody) error{p.fillOrigin, p.fillFootage, p.fillText, p.fillScreen, p.fillSightings} {
		if err := fill(ctx, c.ID, &body); err != nil {
			return err
		}
	}
	if item.Kind == atleast.Archive || item.Kind == atleast.Report { // a letter holds what was sent with it
		held, err := p.desk.Held(ctx, c.ID, digest)
		if err != nil {
			return err
		}
		body.Held, body.HeldPager = pageOf(held, itemRows, r)
	}
	if f.Get("footage") == "" {
		f.Values.Set("footage", body.footageName())
	}
	return p.page(w, r, status, "item.html", view{Title: item.Name, Here: "items", Case: &c, Body: body})
}

// Joined reports whether another item shows some of the same: one of its footage,
// or one that it quotes.
func (b itemBody) Joined() bool {
	return len(b.Related) > 1 || len(b.Related) == 1 && b.Related[0].To != ""
}

// footageName is what a sighting in this item rests on: the reference of its
// footage, or the item itself.
func (b itemBody) footageName() string {
	if b.Footage != nil {
		for _, member := range b.Footage.Members {
			if member.Relation == atleast.Reference {
				return member.Path
			}
		}
	}
	return b.Item.Digest.String()
}

func (p itemPage) fillFootage(ctx context.Context, caseID string, body *itemBody) error {
	footage, err := p.desk.Footage(ctx, caseID)
	if err != nil {
		return err
	}
	self := body.Item.Digest.String()
	if body.Footage = footageOf(footage, body.Item.Digest); body.Footage == nil {
		return nil
	}
	for _, member := range body.Footage.Members {
		rel := relative{Member: member, Here: member.Path == self}
		if digest, err := atleast.ParseDigest(member.Path); err == nil {
			if rel.Item, err = p.desk.Item(ctx, digest); err != nil {
				return err
			}
		}
		if to, ok := itemNamed(ctx, p.desk, member.To); ok {
			rel.Crop, rel.Of = drawCrop(member.Transform, to), to
			if rel.Here || member.To == self {
				rel.Passages = passagesOf(rel.Item, to, member.Parts)
			}
		}
		if rel.Here {
			body.Sounds = soundsOf(ctx, p.desk, rel.Item, member.SameSound)
			body.Alike = itemsNamed(ctx, p.desk, member.SameScene)
		}
		body.Related = append(body.Related, rel)
	}
	return nil
}

func (p itemPage) fillText(ctx context.Context, caseID string, body *itemBody) error {
	if body.Item.Kind != atleast.Report {
		return nil
	}
	claims, err := p.desk.ClaimsIn(ctx, body.Item.Digest)
	if err != nil {
		return err
	}
	verdicts, err := p.desk.Verdicts(ctx, caseID)
	if err != nil {
		return err
	}
	body.Claims = judgedClaims(claims, verdicts)
	text, err := p.desk.Text(ctx, body.Item.Digest)
	if err != nil {
		p.log.Warn("no text of an item", "item", body.Item.Digest.Short(), "error", err)
		return nil // its troubles say why; the rest of the page stands
	}
	body.Marked = markText(text, claims)
	return nil
}

func (p itemPage) fillScreen(ctx context.Context, _ string, body *itemBody) error {
	text, err := p.desk.ScreenText(ctx, body.Item.Digest)
	if errors.Is(err, atleast.ErrNotFound) {
		return nil
	}
	body.Screen = &text
	return err
}

func (p itemPage) fillSightings(ctx context.Context, caseID string, body *itemBody) error {
	sightings, err := p.desk.Sightings(ctx, caseID)
	if err != nil {
		return err
	}
	names := map[string]bool{body.Item.Digest.String(): true}
	for _, rel := range body.Related {
		names[rel.Path] = true
	}
	for _, s := range sightings {
		if names[s.Footage] {
			body.Sightings = append(body.Sightings, s)
		}
	}
	return nil
}
