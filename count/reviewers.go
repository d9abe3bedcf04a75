package count

import "strings"

// reviewers are the people who say one thing of one pair, by name.
type reviewers map[string]bool

// add takes names in. Spaces around a name make nobody else of it, and a name of
// spaces is nobody's.
func (r reviewers) add(names []string) {
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" {
			r[name] = true
		}
	}
}

// enough reports whether what they say counts as a difference.
func (r reviewers) enough(o Options) bool { return len(r) >= 2 || o.SingleReview }
