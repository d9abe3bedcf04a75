package claim

import (
	"strings"
	"unicode/utf8"
)

// How a report is gone through, in bytes of its text. A report of no more than
// shortReport is one passage.
const (
	shortReport   = 32 << 10
	passageSize   = 16 << 10 // from here on a passage ends where nobody speaks on
	longPassage   = 64 << 10 // here it ends in any case
	longParagraph = 32 << 10 // nobody writes longer ones; they are cut
)

// passagesOf parts a text where no statement of one passage can reach into the
// next: speech that goes on over paragraphs, and what a colon brings in, stay
// together up to longPassage.
func passagesOf(text string) []span {
	if len(text) <= shortReport {
		return []span{{0, len(text)}}
	}
	var out []span
	open := span{}
	last := ""
	for from := 0; from < len(text); {
		to := paragraphEnd(text, from)
		line := text[from:to]
		blank := strings.TrimSpace(line) == ""
		if long := from - open.from; long >= longPassage || long >= passageSize && !blank && !speaksAcross(last, line) {
			out = append(out, span{open.from, from})
			open.from = from
		}
		if !blank {
			last = line
		}
		from = to
	}
	return append(out, span{open.from, len(text)})
}

// speaksAcross reports whether what one paragraph says can go on in the next: it
// ends with a colon, or the next begins with direct speech.
func speaksAcross(one, next string) bool {
	_, closer := opens(strings.TrimLeft(next, " \u00a0\t"), "")
	return closer != "" || strings.HasSuffix(strings.TrimRight(one, " \u00a0\r\n"), ":")
}

// paragraphEnd returns where the paragraph ends that begins at from, its line
// break included. One that is too long ends after a sentence, else after a word.
func paragraphEnd(text string, from int) int {
	limit := min(from+longParagraph, len(text))
	if n := strings.IndexByte(text[from:limit], '\n'); n >= 0 {
		return from + n + 1
	}
	if limit == len(text) {
		return limit
	}
	half := from + longParagraph/2
	for _, end := range []string{". ", "? ", "! ", " "} {
		if i := strings.LastIndex(text[half:limit], end); i >= 0 {
			return half + i + len(end)
		}
	}
	for !utf8.RuneStart(text[limit]) && limit > half {
		limit--
	}
	return limit
}
