package corroborate

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// statement is one claim that states a quantity, made ready for comparison.
type statement struct {
	report   *reading
	index    int // among the report's claims
	claim    atleast.ReadClaim
	scope    plotted
	interval Interval
	sentence [2]int   // bytes of the report's text that hold the whole sentence
	grams    []uint64 // hashes of its passages, sorted
	source   source
	chain    []Link
	judged   atleast.Judgement
}

// reading is a report with what is looked up in it again and again.
type reading struct {
	Report
	order  int // among the reports, sorted
	names  map[string]bool
	spots  map[string]bool // those of them that it gives as places
	scenes map[string]bool // what it tells of, names apart
	prints prints
	wire   string // the agency that the report credits
	outlet string // its outlet as a key, empty where not known
	day    int    // of publication, counted from 1970
	dated  bool   // whether that is known

	descriptions map[string][]description // by name: what the text says of whom it names, looked up once
}

// readingsOf prepares the reports, in order.
func readingsOf(reports []Report) []*reading {
	var all []*reading
	for i, r := range reports {
		read := &reading{Report: r, order: i, names: namesOf(r), spots: spotsOf(r.Text), scenes: scenesOf(r.Text), prints: printsOf(r.Text), wire: wireCredit(r.Text), outlet: outletKey(r.Outlet), descriptions: map[string][]description{}}
		if at, err := time.Parse(time.DateOnly, r.Published); err == nil {
			read.day, read.dated = int(at.Unix()/secondsPerDay), true
		}
		all = append(all, read)
	}
	return all
}

const secondsPerDay = 24 * 60 * 60

// described returns what the report says of the one it names.
func (r *reading) described(name string) []description {
	found, known := r.descriptions[name]
	if !known {
		found = described(r.Text, name)
		r.descriptions[name] = found
	}
	return found
}

// statements returns every claim that carries or denies a number, report by
// report, leaving out what a person judged wrong. A promise tells of what has
// not happened, and a disclaimer of nothing.
func statements(readings []*reading, said judgements) []statement {
	outlets := outletsOf(readings)
	var all []statement
	for _, r := range readings {
		for i, c := range r.Claims {
			verdict := said.of(c.ID)
			if c.Quantity == nil || aside(*c.Quantity) || c.Stance == atleast.Promised || c.Stance == atleast.Disclaimer || verdict == atleast.Wrong {
				continue
			}
			s := statement{report: r, index: i, claim: c, scope: ScopeOf(c.Claim).plotted(), interval: IntervalOf(*c.Quantity), judged: verdict}
			s.sentence = sentenceAround(r.Text, c.Start, c.End)
			s.grams = unique(grams(tokens(s.words())))
			s.source = s.findSource(outlets)
			s.chain = s.findChain()
			if s.source.Kind == Footage {
				s.scope = s.scope.seenLater().plotted()
			}
			all = append(all, s)
		}
	}
	return all
}

// aside reports whether a quantity counts nothing an editor would: "in one
// group", "from one prison".
func aside(q atleast.Quantity) bool {
	class := nounOf(q.What).class
	return q.Bound == atleast.Exact && q.Unit == "" && number(q) == 1 && class != "" && !isPeople(class) && !animals[class] && !goods[class]
}

// carrier describes the statement for readers of the figure.
func (s statement) carrier() Carrier {
	c := s.claim
	return Carrier{
		Report: s.report.ID, Name: s.report.title(), Published: s.report.Published,
		Claim: s.index, ID: c.ID, Quote: c.Quote, Quantity: *c.Quantity,
		Stance: c.Stance, Hedges: c.Hedges, Chain: s.chain, Judged: s.judged,
	}
}

// words returns the sentence that holds the claim.
func (s statement) words() string { return s.report.Text[s.sentence[0]:s.sentence[1]] }

// context is the sentence with the one before it, which names what "it" is.
func (s statement) context() string {
	before := strings.TrimRight(s.report.Text[:s.sentence[0]], " \t\r\n\"”’")
	last := max(0, len(before)-1)
	return s.report.Text[sentenceAround(s.report.Text, last, last)[0]:s.sentence[1]]
}

// hedged reports whether the claim is put with caution.
func (s statement) hedged() bool {
	return s.claim.Stance == atleast.Hedged || len(s.claim.Hedges) > 0
}

// sentenceReach is how far a sentence may go on around a claim, in bytes: a
// page without a full stop is no sentence.
const sentenceReach = 1000

// sentenceAround widens start and end to the sentence around them. Offsets that
// lie outside the text are drawn into it.
func sentenceAround(text string, start, end int) [2]int {
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	from := max(0, start-sentenceReach)
	for at := start; at > from; at-- {
		if endsSentence(text, at-1) {
			from = at
			break
		}
	}
	to := min(len(text), end+sentenceReach)
	for at := max(end-1, start); at < to; at++ {
		if endsSentence(text, at) {
			to = at + 1
			break
		}
	}
	for from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	trimmed := strings.TrimLeft(text[from:to], " \t\r\n\"”’")
	return [2]int{to - len(trimmed), to}
}

// endsSentence reports whether a sentence ends with the byte at i: a line
// break, or a full stop with space or a closing quote behind it that does not
// belong to an initial.
func endsSentence(text string, i int) bool {
	switch text[i] {
	case '\n':
		return true
	case '.', '!', '?':
		rest := text[i+1:]
		behind := rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "”")
		initial := i >= 2 && text[i-2] == ' ' && text[i-1] >= 'A' && text[i-1] <= 'Z'
		return behind && !initial && !abbreviated(text[:i])
	}
	return false
}

// abbreviated reports whether a text ends with a word that is written with a
// full stop in the middle of a sentence: "No. 3", "Gen. Orr".
func abbreviated(text string) bool {
	last := text[strings.LastIndexAny(text, " \n(\"“")+1:]
	return shortened[strings.ToLower(last)]
}

var shortened = words("no nos mr mrs ms dr st gen col lt sgt capt maj rev prof gov sen rep jr sr вул ул обл р")
