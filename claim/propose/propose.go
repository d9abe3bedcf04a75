// Package propose lets a language model suggest claims that the grammar of
// package claim has not found. It is off unless somebody names an address.
// Whatever a model says must stand in the report and pass the same grammar
// (claim.Suggested), and is marked as a proposal: a model can point at words,
// and never put any in.
package propose

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
)

// Proposer suggests claims of a report.
type Proposer interface {
	// Propose returns suggestions, in any order. What they are worth is for
	// claim.Suggested to say.
	Propose(ctx context.Context, r claim.Report) ([]claim.Suggestion, error)
}

// Read returns what claim.Read does, and the proposals that hold and give a
// number a speaker where the grammar found none. Where the proposer fails the
// error says so, and the claims are those of the grammar.
func Read(ctx context.Context, p Proposer, r claim.Report) ([]atleast.Claim, error) {
	claims := claim.Read(r)
	suggestions, err := p.Propose(ctx, r)
	if err != nil {
		return claims, err
	}
	spoken := map[int]bool{}
	for _, c := range claims {
		if c.Quantity != nil && c.Speaker != "" {
			spoken[c.Quantity.Start] = true
		}
	}
	for _, c := range claim.Suggested(r, suggestions) {
		if !spoken[c.Quantity.Start] {
			spoken[c.Quantity.Start] = true
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, func(a, b atleast.Claim) int { return cmp.Compare(a.Start, b.Start) })
	return claims, nil
}

// Model is a proposer behind an address that speaks the protocol of OpenAI's
// chat completions, as local model servers do.
type Model struct {
	Address string       // "http://127.0.0.1:8080/v1"
	Name    string       // of the model
	Key     string       // none where empty
	Client  *http.Client // one that waits for a minute where nil
}

// What is sent and taken at most, in bytes.
const (
	maxText   = 60_000
	maxAnswer = 1 << 20
)

const task = `List every statement in the news report that holds a number and that somebody is said to have made.
Answer with JSON: {"claims":[{"quote":"...","speaker":"..."}]}. Copy both word for word from one sentence of the report:
"quote" is what is said, with its number, and "speaker" the words that name who says it. Leave out what nobody is said to say.`

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// Propose asks the model once.
func (m Model) Propose(ctx context.Context, r claim.Report) ([]claim.Suggestion, error) {
	text := strings.ToValidUTF8(r.Text[:min(len(r.Text), maxText)], "")
	body, err := json.Marshal(map[string]any{
		"model": m.Name, "temperature": 0, "response_format": map[string]string{"type": "json_object"},
		"messages": []message{{"system", task}, {"user", text}},
	})
	if err != nil {
		return nil, fmt.Errorf("propose: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(m.Address, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("propose: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	if m.Key != "" {
		request.Header.Set("Authorization", "Bearer "+m.Key)
	}
	client := m.Client
	if client == nil {
		client = &http.Client{Timeout: time.Minute}
	}
	answer, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("propose: %w", err)
	}
	defer answer.Body.Close()
	return suggestionsIn(answer)
}

// suggestionsIn reads what the model answered.
func suggestionsIn(answer *http.Response) ([]claim.Suggestion, error) {
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("propose: the model's server answered %s", answer.Status)
	}
	var completion struct{ Choices []struct{ Message message } }
	if err := json.NewDecoder(io.LimitReader(answer.Body, maxAnswer)).Decode(&completion); err != nil {
		return nil, fmt.Errorf("propose: the model's server did not answer as it should: %w", err)
	}
	if len(completion.Choices) == 0 {
		return nil, fmt.Errorf("propose: the model's server answered nothing")
	}
	var said struct{ Claims []claim.Suggestion }
	if err := json.Unmarshal([]byte(completion.Choices[0].Message.Content), &said); err != nil {
		return nil, fmt.Errorf("propose: the model did not answer in JSON: %w", err)
	}
	return said.Claims, nil
}
