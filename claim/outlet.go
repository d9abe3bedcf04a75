package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lastOutlet returns the outlet named last before a byte offset.
func (n *names) lastOutlet(before int) string {
	after := n.before(before)
	for i := after - 1; i >= 0 && i >= after-reachOfNoun; i-- {
		if n.order[i].outlet {
			return n.outlet(n.order[i].full)
		}
	}
	return ""
}

// reachOfNoun is how many names back "the outlet" can point.
const reachOfNoun = 100

// outlet returns the fullest name of an outlet: "the Post" is The Washington
// Post, "BI" Business Insider, where the report says so.
func (n *names) outlet(short string) string {
	short = strings.TrimPrefix(strings.TrimPrefix(short, "the "), "The ")
	best := n.fullest(short)
	if initials := strings.ToUpper(short); best == short && initials == short && len(short) <= 4 {
		for _, full := range n.outlets {
			if initialsOf(full) == initials {
				return full
			}
		}
	}
	if best == short {
		if n.known["The "+short] {
			return "The " + short
		}
	}
	return best
}

func initialsOf(full string) string {
	out := ""
	for _, w := range strings.Fields(full) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			out += string(r)
		}
	}
	return out
}

var outletWords = wordSet(`times post news journal herald tribune guardian insider telegraph independent observer gazette chronicle globe examiner
	reuters afp bbc cnn nbc abc cbs msnbc npr pbs bloomberg politico axios interfax tass ria unian ukrinform pravda suspilne err economist
	newsweek time magazine breitbart vox slate buzzfeed mail sun mirror dispatch inquirer register today press radio television tv
	kyiv meduza mediazona jazeera deutsche welle spiegel monde figaro bild spravdi bi ap broadcaster`)

// isOutlet reports whether a name is that of somebody who publishes news.
func isOutlet(full string) bool {
	words := strings.Fields(strings.ToLower(full))
	last := words[len(words)-1]
	return outletWords[last] && last != "press" && last != "time" && last != "kyiv" && last != "today" || outletNames[strings.ToLower(full)]
}

var outletNames = map[string]bool{"associated press": true, "the associated press": true, "usa today": true, "radio free europe": true, "deutsche welle": true, "al jazeera": true, "kyiv independent": true, "russia today": true, "the press": false}

// outletNouns stand for an outlet that the report has named.
var outletNouns = wordSet(`outlet publication newspaper paper site website magazine broadcaster network agency channel`)
