package web

import (
	"context"
	"net/http"

	"github.com/atleast-desk/atleast"
)

// answerDesk is what the top of every page of a case needs.
type answerDesk interface {
	// Evidence returns what the tally of a case is computed from.
	Evidence(ctx context.Context, caseID string) (atleast.Evidence, error)
	// Tally returns how many, at least, and why.
	Tally(ctx context.Context, caseID string) (atleast.Tally, error)
}

// read is a tally, what it was computed from, and both in words.
type read struct {
	Evidence atleast.Evidence
	Tally    atleast.Tally
	Words    answer
}

// readAnswer asks the desk how many, at least.
func readAnswer(ctx context.Context, desk answerDesk, caseID string) (read, error) {
	evidence, err := desk.Evidence(ctx, caseID)
	if err != nil {
		return read{}, err
	}
	tally, err := desk.Tally(ctx, caseID)
	if err != nil {
		return read{}, err
	}
	return read{evidence, tally, answerOf(tally, evidence)}, nil
}

// answeredDesk finds a case and says how many, at least.
type answeredDesk interface {
	caseReader
	answerDesk
}

// answered returns the case that the request names, with its answer.
func answered(r *http.Request, desk answeredDesk) (c atleast.Case, answer read, err error) {
	if c, err = desk.Case(r.Context(), r.PathValue("case")); err != nil {
		return c, answer, err
	}
	answer, err = readAnswer(r.Context(), desk, c.ID)
	return c, answer, err
}

// by returns who gave the verdict that sets the pair apart.
func (r read) by(pair atleast.Apart) []string {
	if pair.Because != atleast.ByVerdict {
		return nil
	}
	for _, v := range r.Evidence.Verdicts {
		if samePair(v.A, v.B, pair.A, pair.B) {
			return v.By
		}
	}
	return nil
}

// low returns the sighting's least number, zero where there is no such sighting.
func (r read) low(id string) int64 {
	for _, s := range r.Evidence.Sightings {
		if s.ID == id {
			return s.Low
		}
	}
	return 0
}
