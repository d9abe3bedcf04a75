package claim

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

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

// document is a report taken apart.
type document struct {
	report     Report
	text       string
	paragraphs []paragraph
	sentences  []*sentence
	quotes     []span // direct speech with its quotation marks, in order
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

func parse(r Report) *document {
	d := &document{report: r, text: r.Text}
	for from := 0; from < len(r.Text); {
		to := strings.IndexByte(r.Text[from:], '\n')
		if to < 0 {
			to = len(r.Text)
		} else {
			to += from
		}
		if strings.TrimSpace(r.Text[from:to]) != "" {
			d.addParagraph(from, to)
		}
		from = to + 1
	}
	d.parseSentences()
	d.quotes = d.findQuotes()
	return d
}

// parseSentences grows a tree over every sentence, once it is known which words
// the report uses as names.
func (d *document) parseSentences() {
	named := d.properNouns()
	for _, s := range d.sentences {
		syntax.English().Parse(s.words, func(w string) bool { return named[w] })
		s.children = childrenOf(s.words)
	}
}

// properNouns lists the words that stand with a capital amid sentences and never
// without: "Trump" is nobody's verb in a report about one.
func (d *document) properNouns() map[string]bool {
	capital, small := map[string]bool{}, map[string]bool{}
	for _, s := range d.sentences {
		for i, w := range s.words {
			r, size := utf8.DecodeRuneInString(w.Text)
			switch {
			case unicode.IsLower(r):
				small[w.Text] = true
			case unicode.IsUpper(r) && size < len(w.Text) && i > 0 && startsLower(s.words[i-1].Text):
				capital[w.Text] = true
			}
		}
	}
	for w := range capital {
		if small[strings.ToLower(w)] || notNames[strings.ToLower(w)] {
			delete(capital, w)
		}
	}
	return capital
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
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

// bytes returns the bytes of the words from first to last.
func (s *sentence) bytes(first, last int) span {
	return span{s.words[first].Start, s.words[last].End}
}
