package publish

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// Rules by which a claim's speaker or a relay is whoever sent a message or a
// letter: a private person, whom no publication named.
const (
	sentIt      = "author"
	passedItOn  = "via:author"
	forwardedIt = "via:forwarder"

	wroteItFirst = "via:forwarded" // a channel: it publishes
)

// withoutMembers returns the claims and the figures with everyone who sent a
// message or a letter, and did not agree to be named, under a number, the same one
// everywhere. Whom another report names is public already.
func withoutMembers(claims []atleast.ReadClaim, figures []Figure, agreed []string) ([]atleast.ReadClaim, []Figure, int) {
	under := map[string]string{}
	for _, name := range privateNames(claims) {
		if !slices.Contains(agreed, name) {
			under[name] = "member " + strconv.Itoa(len(under)+1)
		}
	}
	if len(under) == 0 {
		return claims, figures, 0
	}
	p := pseudonyms{under: withCapitals(under)}
	claims, figures = slices.Clone(claims), slices.Clone(figures)
	for i := range claims {
		claims[i].Speaker, claims[i].Quote = p.whole(claims[i].Speaker), p.in(claims[i].Quote)
		claims[i].Via = slices.Clone(claims[i].Via)
		for j := range claims[i].Via {
			claims[i].Via[j] = p.whole(claims[i].Via[j])
		}
	}
	for i := range figures {
		figures[i].Sentence, figures[i].Why = p.in(figures[i].Sentence), p.in(figures[i].Why)
		figures[i].Detail = p.inJSON(figures[i].Detail)
	}
	return claims, figures, len(under)
}

// privateNames are those of whoever sent what the claims were read in, in the
// order in which they first stand there, but for those whom other words name.
func privateNames(claims []atleast.ReadClaim) (private []string) {
	public := map[string]bool{}
	for _, c := range claims {
		sent := senders(c.Claim)
		for _, name := range append([]string{c.Speaker}, c.Via...) {
			if !slices.Contains(sent, name) {
				public[name] = true
			}
		}
	}
	for _, c := range claims {
		for _, name := range senders(c.Claim) {
			if name != "" && !public[name] && !slices.Contains(private, name) {
				private = append(private, name)
			}
		}
	}
	return private
}

// senders are those of a claim's speaker and relays who sent it. Each relay that
// was not read in the text has its rule, and they come last, in the same order.
func senders(c atleast.Claim) (sent []string) {
	if slices.Contains(c.Why, sentIt) {
		sent = append(sent, c.Speaker)
	}
	rules := slices.DeleteFunc(slices.Clone(c.Why), func(rule string) bool {
		return rule != passedItOn && rule != forwardedIt && rule != wroteItFirst
	})
	relays := c.Via[max(0, len(c.Via)-len(rules)):]
	for i, relay := range relays {
		if rule := rules[len(rules)-len(relays)+i]; rule == passedItOn || rule == forwardedIt {
			sent = append(sent, relay)
		}
	}
	return sent
}

// withCapitals adds each name as it begins a sentence.
func withCapitals(under map[string]string) map[string]string {
	all := map[string]string{}
	for name, public := range under {
		first, size := utf8.DecodeRuneInString(name)
		all[string(unicode.ToUpper(first))+name[size:]] = public
		all[name] = public
	}
	return all
}

// whole replaces a name that is all of a text.
func (p pseudonyms) whole(text string) string {
	if public, hidden := p.under[text]; hidden {
		return public
	}
	return text
}

// inJSON replaces the names in every text of a document; its numbers stay as they
// are written. What is no JSON is left out rather than published as it is.
func (p pseudonyms) inJSON(document json.RawMessage) json.RawMessage {
	if len(document) == 0 {
		return document
	}
	var value any
	d := json.NewDecoder(bytes.NewReader(document))
	d.UseNumber()
	if err := d.Decode(&value); err != nil {
		return nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(p.inValue(value)); err != nil {
		return nil
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func (p pseudonyms) inValue(value any) any {
	switch value := value.(type) {
	case string:
		return p.in(p.whole(value))
	case []any:
		for i := range value {
			value[i] = p.inValue(value[i])
		}
	case map[string]any:
		for key := range value {
			value[key] = p.inValue(value[key])
		}
	}
	return value
}
