package claim

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// name is a person or body that the report names.
type name struct {
	full    string
	at      int // byte offset
	outlet  bool
	subject bool // it does what the sentence says
}

// names are the names of a report, findable by every part of them.
type names struct {
	byLast  map[string][]string // full names by their last word in lower case
	outlets []string            // each once, in the order of the text
	order   []name
	known   map[string]bool
}

// names collects the names in the report.
func (d *document) names() *names {
	n := &names{byLast: map[string][]string{}, known: map[string]bool{}}
	for _, s := range d.sentences {
		for i := 0; i < len(s.words); {
			first, last := s.nameAt(i)
			if last < first {
				i++
				continue
			}
			n.add(name{full: s.textOf(first, last), at: s.words[first].Start, outlet: isOutlet(s.textOf(first, last)), subject: s.isSubject(first, last)})
			i = last + 1
		}
	}
	return n
}

func (n *names) add(one name) {
	n.order = append(n.order, one)
	if n.known[one.full] {
		return
	}
	n.known[one.full] = true
	key := lastPart(one.full)
	n.byLast[key] = append(n.byLast[key], one.full)
	if one.outlet {
		n.outlets = append(n.outlets, one.full)
	}
}

func lastPart(full string) string { return strings.ToLower(full[strings.LastIndexByte(full, ' ')+1:]) }

// nameAt returns the words of the name that begins at word i, titles left out.
func (s *sentence) nameAt(i int) (first, last int) {
	if !s.isName(i) {
		return i, i - 1
	}
	first, last = i, i
	for last+1 < len(s.words) && (s.isName(last+1) || s.nameJoint(last+1)) && s.words[last+1].Start-s.words[last].End <= 1 {
		last++
	}
	for last > first && !s.isName(last) {
		last--
	}
	for first < last && titles[s.words[first].Low] {
		first++
	}
	if first > 0 && first <= last && s.words[first-1].Text == "The" && isOutlet("The "+s.textOf(first, last)) {
		first--
	}
	return first, last
}

func (s *sentence) isName(i int) bool {
	w := s.words[i]
	r, _ := utf8.DecodeRuneInString(w.Text)
	if !unicode.IsUpper(r) || notNames[w.Low] {
		return false
	}
	return strings.HasPrefix(w.Tag, "NNP") || strings.HasPrefix(w.Tag, "NN") && (i > 0 || s.nameFollows(i))
}

// nameFollows reports whether the word after i has a capital too, so that i
// begins a name even where a sentence begins.
func (s *sentence) nameFollows(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.words[i+1].Text)
	return unicode.IsUpper(r) && strings.HasPrefix(s.words[i+1].Tag, "NN")
}

// nameJoint holds together "Carnegie Endowment for International Peace" and "Jean-Luc".
func (s *sentence) nameJoint(i int) bool {
	if i+1 >= len(s.words) || !s.isName(i+1) {
		return false
	}
	switch s.words[i].Low {
	case "of", "for", "-", "de", "van", "von", "al", "bin", "&", "del", "la", "da", "ibn":
		return true
	}
	return false
}

var notNames = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
	october november december`)

// titles stand before a name and are no part of it.
var titles = wordSet(`president vice minister prime sen. rep. gov. mr. mrs. ms. dr. senator representative governor secretary general gen. lt. lt
	col. col maj. maj capt. capt sgt. sir king queen prince princess pope chancellor ambassador commissioner chairman chairwoman chairperson
	chief director professor prof. judge justice attorney congressman congresswoman mayor speaker deputy first lady candidate nominee
	spokesman spokeswoman spokesperson commander commander-in-chief colonel major captain sergeant army navy police officer human rights
	parliament for of the reporter correspondent host anchor analyst strategist pollster adviser advisor aide manager lawyer leader former ex
	russian ukrainian american british french german chinese israeli iranian turkish polish estonian republican democratic democrat state defense
	foreign interior press campaign senate house majority minority u.s. us uk eu`)

func (s *sentence) textOf(first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		if i > first && s.words[i].Start > s.words[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s.words[i].Text)
	}
	return b.String()
}

// fullest returns the longest form under which the report names the same one.
func (n *names) fullest(short string) string {
	best := short
	parts := strings.Fields(strings.ToLower(short))
	for i, full := range n.byLast[lastPart(short)] {
		if i == mostNamesakes {
			break
		}
		if len(full) > len(best) && containsAll(strings.Fields(strings.ToLower(full)), parts) {
			best = full
		}
	}
	return best
}

// mostNamesakes bounds how many names with one last word are looked at.
const mostNamesakes = 64

func containsAll(words, wanted []string) bool {
	have := map[string]bool{}
	for _, w := range words {
		have[w] = true
	}
	for _, w := range wanted {
		if !have[w] && w != "the" {
			return false
		}
	}
	return true
}

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

// before returns how many of the names in order stand before a byte offset.
func (n *names) before(at int) int {
	return sort.Search(len(n.order), func(i int) bool { return n.order[i].at >= at })
}

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

// speaker names the source of an attribution in full, and says what kind it is.
func (d *document) speaker(a *attribution, n *names) (string, atleast.SpeakerKind) {
	if a.who != nil {
		return a.who.name, a.who.kind
	}
	if a.source.empty() {
		return "", atleast.Unnamed
	}
	s, head := a.sentence, a.head
	w := s.words[head]
	switch w.Low {
	case "he", "she", "him", "her", "his", "who":
		if who := n.personBefore(a.source.from); who != "" {
			return who, atleast.Named
		}
		return "", atleast.Unnamed
	case "it", "they", "we", "i", "them", "us":
		return "", atleast.Unnamed
	}
	if first, last := s.nameIn(a.source, head); last >= first {
		text := s.textOf(first, last)
		if isOutlet(text) {
			return n.outlet(text), atleast.Named
		}
		return n.fullest(text), atleast.Named
	}
	if outletNouns[w.Low] && s.hasThe(head) {
		if o := n.lastOutlet(w.Start); o != "" {
			return o, atleast.Named
		}
	}
	kind := atleast.Group
	if w.Tag == "NN" || w.Tag == "CD" {
		kind = atleast.Unnamed
	}
	return d.description(a), kind
}

func (s *sentence) hasThe(head int) bool {
	c := s.child(head, "det")
	return c >= 0 && s.words[c].Low == "the"
}

// nameIn returns the name of the source: the name that is its head, or else one
// set beside it, "the army chief, Oleksandr Syrskyi".
func (s *sentence) nameIn(source span, head int) (first, last int) {
	first, last = 0, -1
	for i := s.wordAfter(source.from); i < len(s.words) && s.words[i].End <= source.to; i++ {
		f, l := s.nameAt(i)
		if l < f {
			continue
		}
		i = l
		if l == f && len(s.words[f].Text) < 3 || f > 0 && s.words[f-1].Text == "(" {
			continue
		}
		if s.names(head, f, l) || f > 0 && s.words[f-1].Text == "," && f > head {
			first, last = f, l
			if !officeOnly(s, l) {
				return first, last
			}
		}
	}
	return first, last
}

// officeOnly reports whether a name is an office rather than who holds it.
func officeOnly(s *sentence, last int) bool {
	return titles[s.words[last].Low] || s.child(last, "appos") > last
}

// names reports whether the words first..last are the name of the head, and not
// of something else in its phrase.
func (s *sentence) names(head, first, last int) bool {
	if first <= head && head <= last {
		return true
	}
	for i := first; i <= last; i++ {
		if s.words[i].Head == head && (s.words[i].Rel == "flat" || s.words[i].Rel == "appos") {
			return true
		}
	}
	return false
}

// isSubject reports whether one of the words is the subject of its clause.
func (s *sentence) isSubject(first, last int) bool {
	for i := first; i <= last; i++ {
		w := s.words[i]
		if strings.HasPrefix(w.Rel, "nsubj") || w.Rel == "appos" && w.Head >= 0 && strings.HasPrefix(s.words[w.Head].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// reachOfPronoun is how many bytes back "he" and "she" can point.
const reachOfPronoun = 600

// personBefore finds whom "he" or "she" at a byte offset stands for: the person
// who last was the subject of a clause, by the fullest name.
func (n *names) personBefore(at int) string {
	for i := n.before(at) - 1; i >= 0; i-- {
		c := n.order[i]
		if at-c.at > reachOfPronoun {
			return ""
		}
		if c.outlet || !c.subject {
			continue
		}
		if full := n.fullest(c.full); strings.Contains(full, " ") {
			return full
		}
	}
	return ""
}

// description is the source as the report describes it, without what is told about it.
func (d *document) description(a *attribution) string {
	s := a.sentence
	from, to := a.source.from, a.source.to
	for i, w := range s.words {
		if w.Start > from && w.End <= to && (w.Rel == "acl:relcl" || w.Rel == "acl") {
			first, _ := s.reach(i, nil)
			if s.words[first].Start > from && s.words[first].Start < to {
				to = s.words[first].Start
				break
			}
		}
	}
	return strings.TrimRight(d.text[from:to], " ,;:\u00a0")
}
