package corroborate

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// agencies are the wires whose text other outlets print, under every name.
var agencies = map[string]string{
	"reuters": "Reuters", "afp": "AFP", "ap": "AP", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA", "xinhua": "Xinhua",
	"tass": "TASS", "interfax": "Interfax", "anadolu": "Anadolu", "ukrinform": "Ukrinform", "unian": "UNIAN",
	"pti": "PTI", "kyodo": "Kyodo", "yonhap": "Yonhap", "bloomberg": "Bloomberg", "upi": "UPI",
	"lusa": "Lusa", "belga": "Belga", "ritzau": "Ritzau", "bernama": "Bernama", "tanjug": "Tanjug", "agerpres": "Agerpres",
}

// aliases are other names of outlets, written together.
var aliases = map[string]string{
	"agencefrancepresse": "afp", "associatedpress": "ap", "apnews": "ap", "rianovosti": "ria", "wapo": "washingtonpost",
	"nyt": "newyorktimes", "nytimes": "newyorktimes", "ft": "financialtimes", "bi": "businessinsider",
	"wsj": "wallstreetjournal", "britishbroadcastingcorporation": "bbc", "bbcnews": "bbc", "anadoluagency": "anadolu",
	"тасс": "tass", "интерфакс": "interfax", "інтерфакс": "interfax", "укрінформ": "ukrinform", "укринформ": "ukrinform", "уніан": "unian", "униан": "unian",
	"риановости": "ria", "риа": "ria", "рейтер": "reuters", "франспресс": "afp", "агентствофранспресс": "afp", "агентствуфранспресс": "afp",
	"reutersnewsagency": "reuters", "spokesman": "spokesmanreview",
}

// pressEndings are the words with which the name of an outlet ends, pressNames
// those by which it is known wherever they stand.
var (
	pressEndings = words("times post news herald gazette tribune journal daily radio tv television telegraph courier chronicle observer press media today broadcasting mirror standard examiner insider guardian independent newspaper outlet bulletin dispatch mail globe sun star pravda channel express argus sentinel")
	pressNames   = words("bbc cnn nbc abc cbs npr itv err politico bellingcat meduza swissinfo newspaper broadcaster")
)

// outletKey folds the name of an outlet: "The Washington Post", "WaPo" and
// "washingtonpost.com" are one.
func outletKey(name string) string {
	key := strings.Join(outletWords(name), "")
	if full, ok := aliases[key]; ok {
		return full
	}
	return key
}

// address is the shape of a host's name.
var address = regexp.MustCompile(`^(?:[\w-]+\.)+[a-z]{2,}$`)

// outletWords returns the words of an outlet's name, and of a host's name the
// longest: "kyivindependent" of "www.kyivindependent.com".
func outletWords(name string) []string {
	if address.MatchString(name) {
		labels := strings.Split(name, ".")
		return []string{slices.MaxFunc(labels[:len(labels)-1], func(a, b string) int { return cmp.Compare(len(a), len(b)) })}
	}
	return slices.DeleteFunc(tokens(name), func(w string) bool { return w == "the" })
}

// outletsOf are the keys of the outlets at hand.
func outletsOf(readings []*reading) map[string]bool {
	set := map[string]bool{}
	for _, r := range readings {
		if r.outlet != "" && !isBody(r.Outlet) {
			set[r.outlet] = true
		}
	}
	return set
}

// isBody reports whether whoever published a report is no outlet but a body that
// speaks for itself: "Ministry of Emergencies", "Coast Guard", "Губернатор края".
func isBody(outlet string) bool {
	for _, w := range outletWords(outlet) {
		if pressNames[w] || pressEndings[w] || agencies[w] != "" {
			return false
		}
	}
	list := tokens(headOf(outlet))
	if len(list) == 0 {
		return false
	}
	if cyrillic(list[0]) {
		kind, ok := slavicRoleOf(list[0])
		return ok && kind == Official
	}
	return speaking[list[len(list)-1]]
}

// speaking are the bodies that publish in their own name; a bureau or an agency
// may be one of news.
var speaking = words("government ministry department police army military navy administration council parliament kremlin prosecutor coastguard guard municipality union cross crescent unicef osce unhcr msf amnesty hospital federation governorate brigade")

// isOutlet reports whether a name is that of an outlet: one at hand, an agency,
// or one that sounds like it.
func isOutlet(name string, atHand map[string]bool) bool {
	key := outletKey(name)
	if atHand[key] || agencies[key] != "" {
		return true
	}
	list := outletWords(name)
	for _, w := range list {
		if pressNames[w] || agencies[w] != "" {
			return true
		}
	}
	return len(list) > 0 && (pressEndings[list[len(list)-1]] || list[0] == "times")
}

// endsName reports whether what a report calls itself is the end of its outlet's
// name: "the Post" of "The Washington Post".
func endsName(outlet, short string) bool {
	all, end := outletWords(outlet), outletWords(short)
	return len(end) > 0 && len(end) < len(all) && slices.Equal(all[len(all)-len(end):], end)
}

// credits are the shapes in which a report credits a wire: "(Reuters)" in the
// dateline, "with AFP", "reporting by AP", or the name alone on the last line.
var credits = regexp.MustCompile(`(?i)(?:\(|—\s?|– |- |\bwith |\bvia |\bsource: |\breporting (?:by|from) |\bas reported by )(?:the )?(` + agencyNames + `)\b`)

const agencyNames = `Reuters|AFP|Agence France-Presse|AP|Associated Press|dpa|EFE|ANSA|Xinhua|TASS|Interfax|Anadolu|Ukrinform|UNIAN|PTI|Kyodo|Yonhap|Bloomberg|UPI|Lusa|Belga|Ritzau|Bernama|Tanjug|Agerpres`

// edge is how many bytes at either end of a report may hold its credit.
const edge = 160

// namesAgency reports whether a text holds the name of an agency, which takes far
// less than to look for a credit.
func namesAgency(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(agencyList, func(name string) bool { return strings.Contains(low, name) })
}

var agencyList = strings.Split(strings.ToLower(agencyNames), "|")

// wireCredit returns the key of the agency whose text the report says it
// prints, or nothing.
func wireCredit(text string) string {
	for _, part := range []string{text[:min(edge, len(text))], text[max(0, len(text)-edge):]} {
		if !namesAgency(part) {
			continue
		}
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
