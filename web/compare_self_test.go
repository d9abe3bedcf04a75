package web

import (
	"strings"
	"testing"
)

// Who compares a thing with itself, or has only one, is told what to do.
func TestComparedWithItself(t *testing.T) {
	desk, pages := serve(t)
	for path, want := range map[string]string{
		"/case/kursk/pair?a=s1&b=s1":                      "Choose two different sightings: both are s1.",
		"/case/kursk/compare?a=street.png&b=street.png":   "Choose two different items: both are street.png.",
		"/case/kursk/compare?a=march.mp4&b=street-no.png": "No item of this case is named “street-no.png”",
	} {
		if page := get(t, pages, path).Body.String(); !strings.Contains(page, want) {
			t.Errorf("%s does not say %q:\n%s", path, want, page)
		}
	}
	desk.sightings = desk.sightings[:1]
	page := get(t, pages, "/case/kursk/pair").Body.String()
	if !strings.Contains(page, "Code another sighting") || strings.Contains(page, "<select") {
		t.Errorf("with one sighting:\n%s", page)
	}
}
