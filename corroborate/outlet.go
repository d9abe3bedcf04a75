package corroborate

import (
	"regexp"
	"strings"
)

// agencies are the wires whose text other outlets print, under every name.
var agencies = map[string]string{
	"reuters": "Reuters", "afp": "AFP", "ap": "AP", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA", "xinhua": "Xinhua",
	"tass": "TASS", "interfax": "Interfax", "anadolu": "Anadolu", "ukrinform": "Ukrinform", "unian": "UNIAN",
	"pti": "PTI", "kyodo": "Kyodo", "yonhap": "Yonhap", "bloomberg": "Bloomberg", "upi": "UPI",
}

// aliases are other names of outlets that reports shorten.
var aliases = map[string]string{
	"agence france presse": "afp", "associated press": "ap", "ria novosti": "ria", "wapo": "washington post",
	"nyt": "new york times", "ft": "financial times", "bi": "business insider", "wsj": "wall street journal",
	"british broadcasting corporation": "bbc", "anadolu agency": "anadolu", "reuters news agency": "reuters",
}

// pressEndings are the words with which the name of an outlet ends, pressNames
// those by which it is known wherever they stand.
var (
	pressEndings = words("times post news herald gazette tribune journal daily radio tv television telegraph courier chronicle observer press media today broadcasting mirror standard examiner insider guardian independent newspaper outlet bulletin dispatch mail globe sun star pravda channel express argus sentinel")
	pressNames   = words("bbc cnn nbc abc cbs npr itv err politico bellingcat meduza swissinfo newspaper broadcaster")
)

// outletKey folds the name of an outlet: "The Washington Post" and "WaPo" are
// one.
func outletKey(name string) string {
	var kept []string
	for _, w := range tokens(name) {
		if w != "the" {
			kept = append(kept, w)
		}
	}
	key := strings.Join(kept, " ")
	if full, ok := aliases[key]; ok {
		return full
	}
	return key
}

// outletsOf are the keys of the outlets at hand.
func outletsOf(readings []*reading) map[string]bool {
	set := map[string]bool{}
	for _, r := range readings {
		if r.outlet != "" {
			set[r.outlet] = true
		}
	}
	return set
}

// isOutlet reports whether a name is that of an outlet: one at hand, an agency,
// or one that sounds like it.
func isOutlet(name string, atHand map[string]bool) bool {
	key := outletKey(name)
	if atHand[key] || agencies[key] != "" {
		return true
	}
	var last string
	for w := range strings.FieldsSeq(key) {
		if pressNames[w] || agencies[w] != "" {
			return true
		}
		last = w
	}
	return pressEndings[last] || strings.HasPrefix(key, "times of ")
}

// credits are the shapes in which a report credits a wire: "(Reuters)" in the
// dateline, "with AFP", "reporting by AP", or the name alone on the last line.
var credits = regexp.MustCompile(`(?i)(?:\(|—\s?|– |- |\bwith |\bvia |\bsource: |\breporting (?:by|from) |\bas reported by )(?:the )?(` + agencyNames + `)\b`)

const agencyNames = `Reuters|AFP|Agence France-Presse|AP|Associated Press|dpa|EFE|ANSA|Xinhua|TASS|Interfax|Anadolu|Ukrinform|UNIAN|PTI|Kyodo|Yonhap|Bloomberg|UPI`

// edge is how many bytes at either end of a report may hold its credit.
const edge = 160

// wireCredit returns the key of the agency whose text the report says it
// prints, or nothing.
func wireCredit(text string) string {
	for _, part := range []string{text[:min(edge, len(text))], text[max(0, len(text)-edge):]} {
		if m := credits.FindStringSubmatch(part); m != nil {
			return outletKey(m[1])
		}
	}
	last := strings.TrimSpace(text[strings.LastIndexByte(strings.TrimSpace(text), '\n')+1:])
	if agencies[outletKey(strings.Trim(last, "()"))] != "" {
		return outletKey(strings.Trim(last, "()"))
	}
	return ""
}
