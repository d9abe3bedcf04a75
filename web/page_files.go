package web

import (
	"bytes"
	"context"
	"encoding/json"
	"mime"
	"net/http"

	"github.com/atleast-desk/atleast"
)

// filesDesk is what the downloads need.
type filesDesk interface {
	answeredDesk
	Claims(ctx context.Context, caseID string) ([]atleast.ReadClaim, error)
}

type filesBody struct {
	Form  *form
	Shell string // how a shell reaches this desk
}

type filesPage struct {
	*shell
	desk filesDesk
}

func (p filesPage) show(w http.ResponseWriter, r *http.Request) error {
	c, err := p.desk.Case(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	return p.render(w, r, http.StatusOK, c, blank("release", "by", p.who))
}

// render shows the page, with f as the form for a release.
func (p filesPage) render(w http.ResponseWriter, r *http.Request, status int, c atleast.Case, f *form) error {
	return p.page(w, r, status, "files.html", view{Title: "Publish", Here: "files", Case: &c, Body: filesBody{Form: f, Shell: p.command}})
}

// evidence sends the input of "atleast count".
func (p filesPage) evidence(w http.ResponseWriter, r *http.Request) error {
	evidence, err := p.desk.Evidence(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	return sendJSON(w, "evidence.json", evidence)
}

// tally sends the output of "atleast count", which "atleast check" verifies.
func (p filesPage) tally(w http.ResponseWriter, r *http.Request) error {
	tally, err := p.desk.Tally(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	return sendJSON(w, "tally.json", tally)
}

// claims sends one claim a line.
func (p filesPage) claims(w http.ResponseWriter, r *http.Request) error {
	if _, err := p.desk.Case(r.Context(), r.PathValue("case")); err != nil {
		return err
	}
	claims, err := p.desk.Claims(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	for _, c := range claims {
		if err := encoder.Encode(c); err != nil {
			return err
		}
	}
	return sendFile(w, "claims.jsonl", "application/jsonl; charset=utf-8", lines.Bytes())
}

func sendJSON(w http.ResponseWriter, name string, value any) error {
	document, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	return sendFile(w, name, "application/json", append(document, '\n'))
}

// sendFile sends bytes to save under a name.
func sendFile(w http.ResponseWriter, name, mediaType string, content []byte) error {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = w.Write(content) // a reader who goes away is no failure of the desk
	return nil
}
