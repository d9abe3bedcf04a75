package corroborate

import (
	"regexp"
	"strings"
)

// description is what a text says of the one it names.
type description struct {
	text  string
	front bool // whether it stands in front of the name
}

// described returns what the text says of the one it names: the words in
// apposition behind the name and those in front of it, most telling first.
func described(text, name string) []description {
	var found []description
	for from := 0; len(found) < 6; {
		at := strings.Index(text[from:], name)
		if at < 0 || name == "" {
			break
		}
		at += from
		end := at + len(name)
		found = append(found, description{behind(text[end:]), false}, description{before(text[:at]), true})
		from = end
	}
	return found
}

// reach is how many bytes around a name may describe it.
const reach = 140

// behind returns an apposition, with what follows of who its subject is: ", 43,
// the postwoman of Marl, who watched the slope,". An age says nothing.
func behind(rest string) string {
	rest, ok := strings.CutPrefix(rest, ",")
	if !ok {
		return ""
	}
	rest = rest[:min(reach, len(rest))]
	for {
		part, more, found := strings.Cut(rest, ",")
		switch {
		case saysOn.MatchString(part):
			return "" // ", said 31 prisoners had escaped"
		case !found:
			part, _, _ = strings.Cut(part, ".")
			return part
		case strings.Trim(part, " 0123456789") == "":
		case strings.HasPrefix(more, " who "):
			clause, _, _ := strings.Cut(more, ",")
			return part + clause
		default:
			return part
		}
		rest = more
	}
}

// saysOn is how a sentence goes on behind a name and its description.
var saysOn = regexp.MustCompile(`^ (?:also |later |then )?(?:has |have |had )?(?:` + sayings + `|tells|warned|insisted|explained|claimed|denied|declined|refused|asked)\b`)

// before returns the words in front of a name: all of an apposition that ends
// with a comma ("the Army Chief of Ukraine, "), else the last four.
func before(text string) string {
	text = text[max(0, len(text)-reach):]
	text = text[strings.LastIndexAny(text, ".;:!?\n\"“”")+1:]
	trimmed := strings.TrimRight(text, " ")
	if cut, ok := strings.CutSuffix(trimmed, ","); ok {
		return apposed(cut)
	}
	at := strings.LastIndexByte(trimmed, ',')
	if at >= 0 && allTitles(trimmed[at+1:]) {
		if front := apposed(trimmed[:at]); front != "" {
			return front // "the commander of the brigade, Colonel"
		}
	}
	list := strings.Fields(trimmed[at+1:])
	return strings.Join(list[max(0, len(list)-frontWords):], " ")
}

// frontWords is how many words right before a name may describe it, and
// apposedWords how many of an apposition.
const (
	frontWords   = 4
	apposedWords = 12
)

// apposed returns the last part of a text where it is a description that stands
// in apposition to what follows: it begins with an article or with a role.
func apposed(text string) string {
	part := strings.TrimSpace(text[strings.LastIndexByte(text, ',')+1:])
	list := tokens(part)
	if len(list) == 0 || len(list) > apposedWords || strings.ContainsAny(part, "0123456789") {
		return ""
	}
	for _, w := range list[:min(len(list), 3)] {
		if _, ok := roleOf(singular(w)); ok || articles[w] {
			return part
		}
	}
	return ""
}

// allTitles reports whether the words are such as stand before a name.
func allTitles(text string) bool {
	list := tokens(text)
	for _, w := range list {
		if !titles[w] {
			return false
		}
	}
	return len(list) > 0
}
