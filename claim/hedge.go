package claim

import "strings"

// hedgeWords weaken what is said without denying it.
var hedgeWords = wordSet(`apparently appear appears appeared appearing apparent suggest suggests suggested likely unlikely probably possibly
	perhaps allegedly reportedly purportedly seemingly seems seemed presumably may might could alleged purported unconfirmed`)

// hedgesIn lists the hedges in what is said up to and with its main verb: those
// further on weaken something else.
func hedgesIn(s *sentence, a *attribution) []string {
	var out []string
	for _, w := range s.words {
		for _, c := range a.contents {
			if hedgeWords[w.Low] && c.from <= w.Start && w.End <= c.to && !modal(w.Low) {
				out = append(out, strings.ToLower(w.Text))
			}
		}
	}
	return out
}

func modal(low string) bool { return low == "may" || low == "might" || low == "could" }
