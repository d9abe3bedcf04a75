package corroborate

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// Sentence returns the shortest sentence about the figure that an editor could
// print without claiming more than the reports carry: who says it, that it is
// said, and how many stand behind it.
func (f Figure) Sentence() string {
	lead := f.leads()
	var names []string
	for _, i := range lead {
		names = append(names, f.Origins[i].subject())
	}
	return capital(joinNames(names)) + " " + f.verb(lead) + " " + f.statement(lead[0]) + f.hedge(lead) + f.weight() + f.denied() + "."
}

// leads picks the origins that the sentence names: two that are proven
// independent where there are such, else the one that says most.
func (f Figure) leads() []int {
	if f.AtLeast >= 2 {
		for a := range f.Origins {
			for b := a + 1; b < len(f.Origins); b++ {
				if f.Differ(a, b) != "" {
					return []int{a, b}
				}
			}
		}
	}
	best := 0
	for i, o := range f.Origins {
		if o.Known && !f.Origins[best].Known {
			best = i
		}
	}
	return []int{best}
}

// subject is the origin as the sentence's subject.
func (o Origin) subject() string {
	switch {
	case o.Kind == Footage:
		return "footage checked by " + o.Name
	case o.Known:
		return o.Name
	case o.Kind == Unknown:
		return "reports that name no source"
	case collective(o.Name):
		return lowerFirst(o.Name)
	case singleUnknown(o.Name):
		return lowerFirst(o.Name) + " who is not named"
	default:
		return lowerFirst(o.Name) + " who are not named"
	}
}

func (f Figure) verb(lead []int) string {
	o := f.Origins[lead[0]]
	switch {
	case o.Kind == Footage && len(lead) == 1:
		return "shows"
	case len(lead) > 1 || plural(o):
		return "say"
	default:
		return "says"
	}
}

// singleUnknown reports whether a description is of one: "a source in the army".
func singleUnknown(description string) bool {
	list := tokens(description)
	return len(list) > 0 && (list[0] == "a" || list[0] == "an" || list[0] == "one" || list[0] == "the") && !strings.HasSuffix(list[len(list)-1], "s")
}

// collective reports whether a description is of one body that needs no name: "the maritime authority".
func collective(description string) bool {
	list := tokens(description)
	if len(list) < 2 || list[0] != "the" {
		return false
	}
	head := list[1]
	for _, w := range list[2:] {
		if w == "of" || w == "in" || w == "at" || w == "for" {
			break
		}
		head = w
	}
	return bodies[head] || collectives[head]
}

var collectives = words("authority party court office mission embassy parliament rebels front movement")

// plural reports whether an origin's name takes a plural verb.
func plural(o Origin) bool {
	if !o.Known {
		return o.Kind == Unknown || !singleUnknown(o.Name)
	}
	last := ""
	for _, w := range tokens(o.Name) {
		last = w
	}
	return last == "police" || last == "media" || last == "sources" || isRole(singular(last)) && singular(last) != last
}

func isRole(word string) bool {
	_, ok := roleOf(word)
	return ok
}

// statement is what is said: "102 soldiers were captured in Kursk on 14 August
// 2024". Where the act is none that the desk can put into words, it is
// that of a claim of the origin's own.
func (f Figure) statement(origin int) string {
	act := done(f.Scope.Event)
	if act == f.Scope.Event && f.Scope.Event != "missing" {
		return "“" + f.words(origin) + "”"
	}
	where := ""
	if f.Scope.Place != "" {
		where = " in " + f.Scope.Place
	}
	were := "were"
	if f.Quantity.Low != nil && *f.Quantity.Low == 1 && f.Quantity.Bound == atleast.Exact || f.Quantity.Unit != "" && f.Scope.Noun == "" {
		were = "was"
	}
	return phrase(f.Quantity, f.Scope.Event) + " " + were + " " + act + where + f.Scope.when(" ")
}

// words is the quote of an origin's first claim.
func (f Figure) words(origin int) string {
	for _, c := range f.Carriers {
		if c.Origin == origin {
			return strings.TrimRight(c.Quote, ".")
		}
	}
	return ""
}

// hedge says that every claim from the named origins is put with caution.
func (f Figure) hedge(lead []int) string {
	var hedges []string
	for _, c := range f.Carriers {
		if c.Origin != lead[0] {
			continue
		}
		if c.Stance != atleast.Hedged {
			return ""
		}
		hedges = append(hedges, c.Hedges...)
	}
	if len(hedges) == 0 {
		return ""
	}
	return " (put with caution: “" + hedges[0] + "”)"
}

// weight says how many stand behind the figure, where reports are more than
// origins.
func (f Figure) weight() string {
	switch n := f.Reports(); {
	case n == 2 && f.AtMost == 1:
		return "; both reports go back to that one source"
	case n > 1 && f.AtMost == 1:
		return fmt.Sprintf("; all %d reports go back to that one source", n)
	case n > 1 && f.AtLeast == 1:
		return fmt.Sprintf("; %d reports carry it, and all may go back to one source", n)
	case f.AtLeast > 2:
		return fmt.Sprintf("; at least %d independent sources say so", f.AtLeast)
	case f.AtLeast == 2:
		return ", independently of each other"
	}
	return ""
}

func (f Figure) denied() string {
	if len(f.Denials) == 0 {
		return ""
	}
	chain := f.Denials[0].Chain
	return "; " + chain[len(chain)-1].Name + " denies it"
}

// participles put acts into words.
var participles = map[string]string{
	"capture": "captured", "hold": "held", "kill": "killed", "injure": "injured", "miss": "missing", "detain": "detained",
	"displace": "displaced", "rescue": "rescued", "destroy": "destroyed", "damage": "damaged", "down": "shot down",
	"infect": "infected", "take": "taken", "abduct": "abducted", "strand": "stranded", "release": "released", "shell": "shelled", "sink": "sunk",
}

// done returns the participle of an act, or the act where it has none here.
func done(act string) string {
	if p, ok := participles[act]; ok {
		return p
	}
	return act
}

// phrase is a quantity with its noun, without the act that the sentence states
// anyway: "at least 247 Russian soldiers".
func phrase(q atleast.Quantity, act string) string {
	var kept []string
	for w := range strings.FieldsSeq(q.What) {
		if acts[fold(w)] != act || act == "" {
			kept = append(kept, w)
		}
	}
	what := strings.Join(kept, " ")
	if (act == "kill" || act == "die") && remains[what] {
		what = "people" // nobody kills "47 bodies"
	}
	switch {
	case q.Bound == atleast.Vague && what != "" && !strings.Contains(q.Text, what):
		return q.Text + " of " + what
	case q.Bound == atleast.Vague:
		return q.Text
	case what == "":
		return grouped(q)
	case q.Unit != "":
		return grouped(q) + "s of " + what
	default:
		return grouped(q) + " " + what
	}
}

// remains are words for the dead where what is said of them is that they died.
var remains = words("bodies corpses deaths fatalities dead victims тел тела тіл тіла трупов погибших загиблих жертв")

// grouped prints a quantity with its thousands set apart.
func grouped(q atleast.Quantity) string {
	fields := strings.Fields(q.String())
	for i, w := range fields {
		if n, err := strconv.ParseFloat(w, 64); err == nil {
			fields[i] = plainNumber(n)
		}
	}
	return strings.Join(fields, " ")
}

// plainNumber prints a number with commas between thousands.
func plainNumber(n float64) string {
	whole, rest, found := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		return whole + "." + rest
	}
	return whole
}

// when puts the days of a scope into words, with lead in front.
func (s Scope) when(lead string) string {
	from, to := inWords(s.From), inWords(s.To)
	switch {
	case from == "" && to == "":
		return ""
	case from == to:
		return lead + "on " + from
	case from == "":
		return lead + "by " + to
	case to == "":
		return lead + "since " + from
	default:
		return lead + "from " + from + " to " + to
	}
}

func inWords(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.Format("2 January 2006")
}

func joinNames(names []string) string { return strings.Join(names, " and ") }

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
