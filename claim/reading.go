package claim

import (
	"iter"
	"time"

	"github.com/atleast-desk/atleast"
)

// reading is a report on its way to its claims. It is gone through three times:
// for the words that it uses as names and for its day, for its names in full, and
// for its claims. No more than a passage is held with its trees at a time.
type reading struct {
	report   Report
	passages []span
	whole    *document // the only passage of a short report, held
	named    map[string]bool
	names    *names
	slavic   *fullNames
	day      time.Time // from which "yesterday" counts; zero where nothing tells
}

// begin goes through a report for what its claims need to know of the rest of it.
func begin(r Report) *reading { return beginIn(r, passagesOf(r.Text)) }

func beginIn(r Report, passages []span) *reading {
	rd := &reading{report: r, passages: passages, names: newNames(), slavic: newFullNames(r.Text)}
	if len(r.Text) <= shortReport {
		rd.whole = split(r, rd.passages[0])
	}
	words := newVocabulary()
	for i := range rd.passages {
		words.add(rd.passage(i))
	}
	rd.named, rd.day = words.names(), rd.dayOfReport()
	for i := range rd.passages {
		d := rd.passage(i)
		if rd.whole == nil {
			d.tag(rd.named)
		} else {
			d.parse(rd.named)
		}
		rd.names.learn(d)
	}
	return rd
}

// passage takes a passage apart, without its trees, unless it is held.
func (rd *reading) passage(i int) *document {
	if rd.whole != nil {
		return rd.whole
	}
	return split(rd.report, rd.passages[i])
}

// documents goes through the passages with their trees.
func (rd *reading) documents() iter.Seq[*document] {
	return func(yield func(*document) bool) {
		first := 0
		for i := range rd.passages {
			d := rd.passage(i)
			d.parse(rd.named)
			d.slavic, d.day, d.first = rd.slavic, rd.day, first
			first += len(d.paragraphs)
			rd.names.follow(d)
			if !yield(d) {
				return
			}
		}
	}
}

// claims gives the claims of the report one by one.
func (rd *reading) claims(yield func(atleast.Claim) bool) {
	var last carried
	for d := range rd.documents() {
		for _, c := range d.claims(rd.names) {
			d.carryRelay(&last, &c)
			if !yield(d.passedOn(c)) {
				return
			}
		}
	}
}
