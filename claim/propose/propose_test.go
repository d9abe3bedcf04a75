package propose_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/claim/propose"
)

const report = "There were 17 men in the yard, as mayor Anna Kovalenko herself said over breakfast. The river rose by 3 metres. Officials gave no figure of 40 houses."

// server answers every question with the suggestions.
func server(t *testing.T, status int, suggestions []claim.Suggestion) propose.Model {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer key" {
			t.Errorf("asked %s with %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		content, err := json.Marshal(map[string]any{"claims": suggestions})
		if err != nil {
			t.Error(err)
		}
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": string(content)}}}})
	}))
	t.Cleanup(s.Close)
	return propose.Model{Address: s.URL + "/v1", Name: "test", Key: "key"}
}

// Of what a model says only what stands in the report and reads as a claim is
// taken, and it is marked.
func TestProposals(t *testing.T) {
	for _, tc := range []struct {
		name       string
		suggestion claim.Suggestion
		kept       bool
	}{
		{"words of the report", claim.Suggestion{Quote: "There were 17 men in the yard", Speaker: "mayor Anna Kovalenko"}, true},
		{"another number", claim.Suggestion{Quote: "There were 18 men in the yard", Speaker: "mayor Anna Kovalenko"}, false},
		{"another speaker", claim.Suggestion{Quote: "There were 17 men in the yard", Speaker: "General Syrskyi"}, false},
		{"a speaker of another sentence", claim.Suggestion{Quote: "The river rose by 3 metres", Speaker: "mayor Anna Kovalenko"}, false},
		{"no verb of saying", claim.Suggestion{Quote: "rose by 3 metres", Speaker: "The river"}, false},
		{"no number", claim.Suggestion{Quote: "in the yard", Speaker: "mayor Anna Kovalenko"}, false},
		{"the speaker within the quote", claim.Suggestion{Quote: "There were 17 men in the yard, as mayor Anna Kovalenko herself said", Speaker: "Anna Kovalenko"}, false},
		{"nothing", claim.Suggestion{}, false},
	} {
		r := claim.Report{Name: "r.txt", Text: report}
		for _, c := range claim.Suggested(r, []claim.Suggestion{tc.suggestion}) {
			if !tc.kept || c.Speaker != "Anna Kovalenko" || !slices.Contains(c.Why, "proposal") || c.Validate(report) != nil {
				t.Errorf("%s: took %+v", tc.name, c)
			}
			tc.kept = false
		}
		if tc.kept {
			t.Errorf("%s: not taken", tc.name)
		}
	}
}

func TestRead(t *testing.T) {
	r := claim.Report{Name: "r.txt", Text: "Twelve boats lay idle. Mayor Anna Kovalenko said that at least 12 people left."}
	read := claim.Read(r)
	claims, err := propose.Read(t.Context(), server(t, http.StatusOK, []claim.Suggestion{
		{Quote: "at least 12 people left", Speaker: "Mayor Anna Kovalenko"}, {Quote: "Twelve boats lay idle", Speaker: "Mayor Anna Kovalenko"},
	}), r)
	if err != nil || len(claims) != len(read) {
		t.Errorf("%d claims, %v; want the %d of the grammar, which has a speaker already", len(claims), err, len(read))
	}
	claims, err = propose.Read(t.Context(), server(t, http.StatusTeapot, nil), r)
	if err == nil || !strings.Contains(err.Error(), "418") || len(claims) != len(read) {
		t.Errorf("%d claims, %v; want those of the grammar and the server's status", len(claims), err)
	}
}
