package claim

import (
	"sort"
	"strings"
	"time"

	"github.com/atleast-desk/atleast/claim/syntax"
)

// span is a run of bytes in the report's text.
type span struct{ from, to int }

func (s span) holds(o span) bool { return s.from <= o.from && o.to <= s.to }

func (s span) empty() bool { return s.to <= s.from }

func (s span) pair() *[2]int {
	if s.empty() {
		return nil
	}
	return &[2]int{s.from, s.to}
}

// document is a passage of a report taken apart; of a short report, all of it.
type document struct {
	report     Report
	text       string // of the whole report
	paragraphs []paragraph
	sentences  []*sentence
	quotes     []span          // direct speech with its quotation marks, in order
	named      map[string]bool // the words that the report uses as names
	slavic     *fullNames      // likewise
	day        time.Time       // from which "yesterday" counts; zero where nothing tells
	first      int             // how many paragraphs of the report stand before
}

type paragraph struct {
	span
	lang      string
	sentences []*sentence
}

// sentence is a parsed sentence.
type sentence struct {
	span
	paragraph int
	words     []syntax.Word // in English with their tree
	children  [][]int
}

// split takes a passage apart into paragraphs, sentences and quotations.
func split(r Report, at span) *document {
	d := &document{report: r, text: r.Text}
	for from := at.from; from < at.to; {
		end := paragraphEnd(r.Text[:at.to], from)
		if to := from + len(strings.TrimSuffix(r.Text[from:end], "\n")); strings.TrimSpace(r.Text[from:to]) != "" {
			d.addParagraph(from, to)
		}
		from = end
	}
	d.quotes = d.findQuotes()
	return d
}

// tag finds out the parts of speech, given the words that are names.
func (d *document) tag(named map[string]bool) {
	for _, s := range d.sentences {
		syntax.English().Tag(s.words, func(w string) bool { return named[w] })
	}
}

// parse grows a tree over every sentence that has none yet.
func (d *document) parse(named map[string]bool) {
	if d.named != nil {
		return
	}
	d.named = named
	for _, s := range d.sentences {
		s.parse(func(w string) bool { return named[w] })
	}
}

func (d *document) addParagraph(from, to int) {
	p := paragraph{span: span{from, to}, lang: d.report.Lang}
	if p.lang == "" {
		p.lang = detect(d.text[from:to])
	}
	if p.lang != "en" {
		p.sentences = d.slavicSentences(from, to)
	} else {
		for _, words := range syntax.Sentences(d.text, from, to) {
			s := &sentence{span: span{words[0].Start, words[len(words)-1].End}, paragraph: len(d.paragraphs), words: words}
			p.sentences = append(p.sentences, s)
			d.sentences = append(d.sentences, s)
		}
	}
	d.paragraphs = append(d.paragraphs, p)
}

// sentenceAt returns the sentence that holds a byte, or the next after it in its paragraph.
func (d *document) sentenceAt(at int) *sentence {
	if len(d.paragraphs) == 0 {
		return nil
	}
	all := d.paragraphs[d.paragraphAt(at)].sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].to > at })
	if i == len(all) {
		return nil
	}
	return all[i]
}

func childrenOf(words []syntax.Word) [][]int {
	children := make([][]int, len(words))
	for i, w := range words {
		if w.Head >= 0 {
			children[w.Head] = append(children[w.Head], i)
		}
	}
	return children
}

// child returns the first dependent of i with one of the relations, or -1.
func (s *sentence) child(i int, rels ...string) int {
	for _, rel := range rels {
		for _, c := range s.children[i] {
			if s.words[c].Rel == rel {
				return c
			}
		}
	}
	return -1
}

// reach returns the first and last word that depend on i, directly or not,
// without those for which cut holds and what depends on them.
func (s *sentence) reach(i int, cut func(int) bool) (first, last int) {
	first, last = i, i
	for _, c := range s.children[i] {
		if cut != nil && cut(c) {
			continue
		}
		f, l := s.reach(c, cut)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// bytes returns the bytes of the words from first to last, or an empty span where
// trimming left none of them.
func (s *sentence) bytes(first, last int) span {
	if first < 0 || last < first || last >= len(s.words) {
		return span{}
	}
	return span{s.words[first].Start, s.words[last].End}
}
