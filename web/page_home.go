package web

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/atleast-desk/atleast"
)

// homeDesk is what the list of cases needs.
type homeDesk interface {
	// Cases returns every case, the first opened first.
	Cases(ctx context.Context) ([]atleast.Case, error)
	// OpenCase adds a case; ErrExists where its name is taken, ErrInvalid where
	// it is not valid.
	OpenCase(ctx context.Context, by string, c atleast.Case) error
	answerDesk
}

type homePage struct {
	*shell
	desk homeDesk
}

type homeBody struct {
	Cases []caseLine
	Form  *form
}

// caseLine is a case with its answer.
type caseLine struct {
	atleast.Case
	Answer answer
}

func (p homePage) show(w http.ResponseWriter, r *http.Request) error {
	return p.render(w, r, http.StatusOK, blank("open", "by", p.who, "zone", "Europe/Kyiv", "speed_kmh", "120"))
}

func (p homePage) render(w http.ResponseWriter, r *http.Request, status int, f *form) error {
	cases, err := p.desk.Cases(r.Context())
	if err != nil {
		return err
	}
	body := homeBody{Form: f}
	for _, c := range cases {
		answer, err := readAnswer(r.Context(), p.desk, c.ID)
		if err != nil {
			return err
		}
		body.Cases = append(body.Cases, caseLine{c, answer.Words})
	}
	return p.page(w, r, status, "home.html", view{Title: "Cases", Here: "home", Body: body})
}

func (p homePage) open(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "open")
	if err != nil {
		return err
	}
	c := p.caseOf(f)
	by := f.Need("by", "Say who opens the case; it stands in the ledger")
	if f.OK() {
		err := p.desk.OpenCase(r.Context(), by, c)
		switch {
		case err == nil:
			http.Redirect(w, r, "/case/"+c.ID, http.StatusSeeOther)
			return nil
		case errors.Is(err, atleast.ErrExists):
			f.Say("id", "There is a case named “%s” already; choose another short name", c.ID)
		case errors.Is(err, atleast.ErrInvalid):
			f.Say("", "%s", err.Error())
		default:
			return err
		}
	}
	return p.render(w, r, http.StatusUnprocessableEntity, f)
}

// caseOf reads a case from the form, saying in it what is wrong.
func (p homePage) caseOf(f *form) atleast.Case {
	c := atleast.Case{
		ID:       f.Need("id", "Give the case a short name, such as kursk"),
		Question: f.Need("question", "Write the question that the case is to answer"),
		What:     f.Need("what", "Say what is counted, such as captured soldiers"),
		Zone:     f.Need("zone", "Name the time zone in which bare dates are read, such as Europe/Kyiv"),
		Notice:   f.Get("notice"),
		SpeedKMH: atleast.DefaultSpeedKMH,
		Opened:   p.now().UTC(),
	}
	if speed, ok := f.number("speed_kmh", 0.1, 1e6, "120"); ok {
		c.SpeedKMH = speed
	}
	for line := range strings.Lines(f.Get("exclusive")) {
		if kinds := strings.Fields(line); len(kinds) > 0 {
			c.Exclude = append(c.Exclude, kinds)
		}
	}
	if f.OK() {
		if err := c.Validate(); err != nil {
			f.Say("", "%s", err.Error())
		}
	}
	return c
}
