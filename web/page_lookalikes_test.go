package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// An answer given on the list leads back to the list, and settles the question.
func TestLookalikes(t *testing.T) {
	desk, pages := serve(t)
	street, again := desk.items[1].Digest.String(), desk.items[8].Digest.String()
	answer := url.Values{"on": {"items"}, "a": {street}, "b": {again}, "is": {"different"}, "by": {"m.r"}, "back": {"lookalikes"}}
	if w := post(t, pages, "/case/kursk/verdicts", answer); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Write the grounds") {
		t.Errorf("without grounds: status %d", w.Code)
	}
	answer.Set("why", "the bus has moved on")
	w := post(t, pages, "/case/kursk/verdicts", answer)
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != "/case/kursk/lookalikes?done=1" {
		t.Fatalf("status %d to %q", w.Code, to)
	}
	page := get(t, pages, "/case/kursk/lookalikes?done=1").Body.String()
	for _, want := range []string{"Recorded.", "is settled", "street-again.png</a>: different"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list does not say %q:\n%s", want, page)
		}
	}
	if items := get(t, pages, "/case/kursk/items").Body.String(); strings.Contains(items, "/lookalikes") {
		t.Error("the items still ask about a pair that is settled")
	}
}
