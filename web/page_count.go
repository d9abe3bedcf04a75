package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/atleast-desk/atleast"
)

// countDesk is what the page of the count needs.
type countDesk interface {
	answeredDesk
	itemReader
	// Assume names a set of pairs that are taken as different without a verdict.
	Assume(ctx context.Context, caseID, by string, a atleast.Assumption) error
}

type countPage struct {
	*shell
	desk countDesk
}

func (p countPage) show(w http.ResponseWriter, r *http.Request) error {
	return p.render(w, r, http.StatusOK, blank("assume", "by", p.who))
}

func (p countPage) render(w http.ResponseWriter, r *http.Request, status int, f *form) error {
	c, answer, err := answered(r, p.desk)
	if err != nil {
		return err
	}
	body := countBody{Read: answer, Form: f}
	body.prove()
	body.frame(func(footage string) (atleast.Item, bool) { return itemNamed(r.Context(), p.desk, footage) })
	body.place(c)
	body.rest()
	body.assume(r.URL.Query())
	if err := p.combine(&body); err != nil {
		return err
	}
	body.world()
	return p.page(w, r, status, "count.html", view{Title: "Count", Here: "count", Case: &c, Body: body})
}

// combine fills in the floor under several assumptions at once.
func (p countPage) combine(b *countBody) (err error) {
	var on []atleast.Assumption
	for _, s := range b.Switches {
		if s.On {
			on = append(on, s.Assumption)
		}
	}
	if b.Several = len(on) > 1; b.Several {
		b.Together, err = p.together(b.Read.Evidence, on)
	}
	return err
}

// assume records a named assumption.
func (p countPage) assume(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "assume")
	if err != nil {
		return err
	}
	by := f.Need("by", "Say who assumes this; it stands in the ledger")
	assumption := atleast.Assumption{Name: f.Need("name", "Give the assumption a name that says what is taken as true"), Pairs: pairsOf(f)}
	if f.OK() {
		caseID := r.PathValue("case")
		err := p.desk.Assume(r.Context(), caseID, by, assumption)
		switch {
		case err == nil:
			query := url.Values{"assume": {assumption.Name}}
			http.Redirect(w, r, "/case/"+caseID+"/count?"+query.Encode()+"#assumptions", http.StatusSeeOther)
			return nil
		case errors.Is(err, atleast.ErrInvalid), errors.Is(err, atleast.ErrExists):
			f.Say("", "%s", err.Error())
		default:
			return err
		}
	}
	return p.render(w, r, http.StatusUnprocessableEntity, f)
}

// pairsOf reads one pair of sightings a line.
func pairsOf(f *form) [][2]string {
	var pairs [][2]string
	for line := range strings.Lines(f.Need("pairs", "Name at least one pair of sightings, such as s3 s4")) {
		names := strings.Fields(strings.ReplaceAll(line, ",", " "))
		switch {
		case len(names) == 0:
		case len(names) != 2 || names[0] == names[1]:
			f.Say("pairs", "“%s” is not a pair: write two different sightings a line, such as s3 s4", strings.TrimSpace(line))
		default:
			pairs = append(pairs, [2]string{names[0], names[1]})
		}
	}
	return pairs
}
