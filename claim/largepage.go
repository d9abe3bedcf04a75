package claim

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// To tell the main text of a page from the rest takes memory a hundred times its
// text, and time that grows faster than it. Above these bounds all its text is
// taken, but for what the page itself marks as beside the point.
const (
	smallPage = 1 << 20   // bytes; a page no larger is not measured
	mostText  = 1 << 20   // bytes of text, scripts aside
	mostTags  = 100_000   // opening and closing
	pageStart = 256 << 10 // bytes in which a large page says when and by whom it was published
	longAside = 32 << 10  // bytes of text; what is longer was not closed, and counts as text from there on
)

// Caveat of a report that is such a page.
const wholePage = "the page is too large to tell its main text from the rest: all its text is read"

// pageSize is what there is to a page.
type pageSize struct {
	text, tags int
	main       int // bytes of text within what it marks as its main part, or as articles
}

// measure goes through a page without building it.
func measure(page []byte) (size pageSize) {
	w := pageWalk{}
	w.through(page, func(text []byte) {
		size.text += len(text)
		if w.main > 0 {
			size.main += len(text)
		}
	}, func(atom.Atom) { size.tags++ })
	return size
}

// readLargePage takes the text out of a page as a stream: of its main part where
// it marks one that holds most, else of all but menus, asides and footers.
func (r *Report) readLargePage(page []byte, size pageSize) error {
	if found, err := article(page[:min(len(page), pageStart)]); err == nil {
		r.describe(found)
	}
	lines := lineWriter{}
	w := pageWalk{}
	mainOnly := size.main > size.text/2
	w.through(page, func(text []byte) {
		if w.main > 0 || !mainOnly {
			lines.write(text)
		}
	}, func(tag atom.Atom) {
		if !inline[tag] {
			lines.end()
		}
	})
	r.caution(wholePage)
	if r.Text = lines.String(); strings.TrimSpace(r.Text) == "" {
		return ErrNotText
	}
	return nil
}

// caution adds to what a reader should know.
func (r *Report) caution(words string) {
	if r.Caveat != "" {
		words = r.Caveat + "; " + words
	}
	r.Caveat = words
}

// pageWalk goes through a page and keeps where it is.
type pageWalk struct {
	main  int       // how many marked parts are open
	aside atom.Atom // what is left out until it closes; 0 where nothing is
	depth int       // how many of it are open
	left  int       // bytes of text that were left out for it
}

// through hands over the text that people see, piece by piece, and the elements
// where they open and close.
func (w *pageWalk) through(page []byte, text func([]byte), tag func(atom.Atom)) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if piece := z.Text(); w.aside == 0 {
				text(piece)
			} else if w.left += len(piece); w.left > longAside {
				w.aside = 0
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			one := atom.Lookup(name)
			w.step(one, kind)
			tag(one)
		}
	}
}

// step keeps count of an element that opens or closes.
func (w *pageWalk) step(one atom.Atom, kind html.TokenType) {
	part := one == atom.Main || one == atom.Article
	switch {
	case kind == html.StartTagToken && part:
		w.main++
	case kind == html.EndTagToken && part:
		w.main = max(0, w.main-1)
	case kind == html.StartTagToken && w.aside == 0 && beside[one]:
		w.aside, w.depth, w.left = one, 1, 0
	case one != w.aside || one == 0:
	case kind == html.StartTagToken:
		w.depth++
	case kind == html.EndTagToken:
		if w.depth--; w.depth == 0 {
			w.aside = 0
		}
	}
}

// beside are the elements whose text is none of the report's.
var beside = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true, atom.Title: true,
	atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Object: true,
}

// inline are the elements that do not end a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true,
	atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true,
	atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true,
	atom.U: true, atom.Var: true, atom.Wbr: true,
}

// lineWriter writes text with single spaces and without empty lines.
type lineWriter struct {
	strings.Builder
	space bool // one is due before the next word
	begun bool // the line has a word
}

func (l *lineWriter) write(text []byte) {
	for len(text) > 0 {
		rest := bytes.TrimLeftFunc(text, unicode.IsSpace)
		l.space = l.space || len(rest) < len(text)
		word := rest
		if i := bytes.IndexFunc(rest, unicode.IsSpace); i >= 0 {
			word = rest[:i]
		}
		if len(word) > 0 {
			if l.space && l.begun {
				l.WriteByte(' ')
			}
			l.Write(word)
			l.space, l.begun = false, true
		}
		text = rest[len(word):]
	}
}

func (l *lineWriter) end() {
	if l.begun {
		l.WriteByte('\n')
	}
	l.space, l.begun = false, false
}
