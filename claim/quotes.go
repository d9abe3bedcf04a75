package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findQuotes lists the runs of direct speech, marks included. A quotation that
// runs over paragraphs opens anew in each and closes in the last; each paragraph
// of it is a span of its own.
func (d *document) findQuotes() []span {
	var out []span
	for _, p := range d.paragraphs {
		out = append(out, quotesIn(d.text, p.from, p.to)...)
	}
	return out
}

// quotesIn finds the quotations of one paragraph. One that is not closed runs to
// the paragraph's end.
func quotesIn(text string, from, to int) []span {
	var out []span
	open, closer := -1, ""
	for i := from; i < to; {
		_, size := utf8.DecodeRuneInString(text[i:to])
		if open < 0 {
			if mark, c := opens(text[i:to], text[from:i]); c != "" {
				open, closer, size = i, c, mark
			}
		} else if n := closes(text[i:to], closer); n > 0 {
			out = append(out, span{open, i + n})
			open, size = -1, n
		}
		i += size
	}
	if open >= 0 && open < to {
		out = append(out, span{open, to})
	}
	return out
}

// opens reads the mark that opens a quotation at the start of s and returns its
// length and what closes it; before is the paragraph so far.
func opens(s, before string) (length int, closer string) {
	switch {
	case strings.HasPrefix(s, "“"):
		return len("“"), "”"
	case strings.HasPrefix(s, "„"):
		return len("„"), "“"
	case strings.HasPrefix(s, "«"):
		return len("«"), "»"
	case strings.HasPrefix(s, "``") && freshStart(before):
		return 2, "''"
	case strings.HasPrefix(s, "''") && freshStart(before):
		return 2, "''"
	case strings.HasPrefix(s, `"`) && freshStart(before):
		return 1, `"`
	}
	return 0, ""
}

func freshStart(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || unicode.IsSpace(last) || strings.ContainsRune("([—–-:", last)
}

// closes returns the length of the closing mark at the start of s, or 0. Typists
// close “ with " and „ with “.
func closes(s, closer string) int {
	if strings.HasPrefix(s, closer) {
		return len(closer)
	}
	if closer == "”" || closer == `"` {
		for _, other := range []string{"”", `"`} {
			if strings.HasPrefix(s, other) {
				return len(other)
			}
		}
	}
	return 0
}

// quoteAt returns the quotation that holds byte at, if any.
func (d *document) quoteAt(at int) (span, bool) {
	lo, hi := 0, len(d.quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		switch q := d.quotes[mid]; {
		case at < q.from:
			hi = mid
		case at >= q.to:
			lo = mid + 1
		default:
			return q, true
		}
	}
	return span{}, false
}
