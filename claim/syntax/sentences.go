package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many words a sentence can have; longer runs are cut, so that
// no text can make the parser's memory grow.
const longest = 300

// mostClosers is how many closing marks a stop can have after it; to look back over
// more would take a text of nothing but marks quadratic time.
const mostClosers = 8

// Sentences splits text[from:to], one paragraph, into sentences of words.
func Sentences(text string, from, to int) [][]Word {
	var out [][]Word
	var one []Word
	flush := func() {
		for len(one) > longest {
			out, one = append(out, one[:longest:longest]), one[longest:]
		}
		if len(one) > 0 {
			out, one = append(out, one), nil
		}
	}
	words := Words(text, from, to)
	for i, w := range words {
		one = append(one, w)
		if endsSentence(words, i) {
			flush()
		}
	}
	flush()
	return out
}

// endsSentence reports whether a sentence ends with word i: at a stop that is no
// abbreviation's, the closing quotes after it included.
func endsSentence(words []Word, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	stop := i
	for stop > 0 && i-stop < mostClosers && isCloser(words[stop].Text) && words[stop].Start == words[stop-1].End {
		stop--
	}
	next := words[i+1]
	if isCloser(next.Text) && next.Start == words[i].End || next.Start == words[i].End {
		return false
	}
	switch s := words[stop].Text; {
	case s == "." || s == "?" || s == "!" || s == "…" || s == "..." || s == "?!" || s == "!!":
		return !startsLower(next.Text)
	case strings.HasSuffix(s, ".") && len(s) > 1:
		return closesAnyway(s) && startsSentence(next.Text)
	default:
		return false
	}
}

func isCloser(s string) bool {
	switch s {
	case "”", `"`, "’", "'", "»", ")", "]", "''":
		return true
	}
	return false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// closesAnyway lists abbreviations that do stand at the end of sentences.
func closesAnyway(s string) bool {
	switch strings.ToLower(s) {
	case "u.s.", "u.n.", "u.k.", "d.c.", "a.m.", "p.m.", "etc.", "inc.", "co.", "corp.", "jr.", "sr.", "e.u.", "ltd.", "l.l.c.":
		return true
	}
	return false
}

// startsSentence lists words that, with a capital, follow an abbreviation only
// where a sentence begins.
func startsSentence(s string) bool {
	switch s {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "But", "And", "In", "On", "At", "This", "That", "These",
		"Those", "His", "Her", "Its", "Their", "Our", "For", "As", "If", "When", "While", "After", "Before", "There", "So",
		"Still", "Yet", "According", "Some", "Many", "Most", "Not", "No", "Now", "Then", "What", "Why", "How", "Who", "“", `"`:
		return true
	}
	return false
}
