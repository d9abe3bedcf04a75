package web

import (
	"context"
	"net/http"
	"strings"

	"github.com/atleast-desk/atleast"
)

// findLimit is how many items are shown that hold the words.
const findLimit = 100

// findDesk is what looking for words needs.
type findDesk interface {
	caseReader
	// Search returns up to limit items of a case that hold all the words, the
	// best first. A word may be the beginning of a longer one.
	Search(ctx context.Context, caseID, words string, limit int) ([]atleast.Hit, error)
}

type findPage struct {
	*shell
	desk findDesk
}

type findBody struct {
	Words string
	Hits  []atleast.Hit
	More  bool // there may be more than are shown
}

func (p findPage) show(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	body := findBody{Words: strings.TrimSpace(r.URL.Query().Get("words"))}
	if body.Hits, err = p.desk.Search(ctx, c.ID, body.Words, findLimit); err != nil {
		return err
	}
	body.More = len(body.Hits) == findLimit
	return p.page(w, r, http.StatusOK, "find.html", view{Title: "Find", Here: "items", Case: &c, Body: body})
}

// run is a piece of a snippet, marked or not.
type run struct {
	Text   string
	Marked bool
}

// runs cuts a snippet at its marks. Marks that do not fit it are left out.
func runs(s atleast.Snippet) (pieces []run) {
	at := 0
	for _, mark := range s.Marks {
		from, to := mark[0], mark[1]
		if from < at || to < from || to > len(s.Text) {
			continue
		}
		pieces = append(pieces, run{s.Text[at:from], false}, run{s.Text[from:to], true})
		at = to
	}
	return append(pieces, run{s.Text[at:], false})
}

// fieldWords says where in an item words stand.
func fieldWords(f atleast.Field) string {
	switch f {
	case atleast.InName:
		return "its name"
	case atleast.InPlace:
		return "where it was found"
	case atleast.InReport:
		return "what it says"
	case atleast.InClaim:
		return "a claim in it"
	case atleast.InNote:
		return "a sighting in it"
	case atleast.InScreen:
		return "text on the screen"
	}
	return string(f)
}
