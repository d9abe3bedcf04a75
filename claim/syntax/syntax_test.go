package syntax_test

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim/syntax"
)

func join(words []syntax.Word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.Text)
	}
	return strings.Join(out, "|")
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Trump's team didn't say.":       "Trump|'s|team|did|n't|say|.",
		"a full-scale invasion":          "a|full|-|scale|invasion",
		"non-combatants in the U.S. say": "non-combatants|in|the|U.S.|say",
		"$1,348.50 (about 5%)":           "$|1,348.50|(|about|5|%|)",
		"Martin O’Malley’s “plan”":       "Martin|O’Malley|’s|“|plan|”",
		"cannot":                         "can|not",
		"at 9 a.m. on Sept. 11":          "at|9|a.m.|on|Sept.|11",
	} {
		if got := join(syntax.Words(text, 0, len(text))); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Mr. Smith went home. He slept.":                   2,
		"“This is it. This is all,” said Caddell.":         2,
		"The U.S. Senate voted. It passed.":                2,
		"He lives in the U.S. The Senate knows.":           2,
		"Gen. J. Smith, Sen. Jones and Dr. Who met Inc. 5": 1,
	} {
		if got := len(syntax.Sentences(text, 0, len(text))); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	text := "The Post said that Ukraine had captured 247 soldiers."
	words := syntax.Sentences(text, 0, len(text))[0]
	syntax.English().Parse(words, nil)
	for i, want := range []string{"det>1", "nsubj>2", "root>-1", "mark>6", "nsubj>6", "aux>6", "ccomp>2"} {
		rel, head, _ := strings.Cut(want, ">")
		w := words[i]
		headText := map[bool]string{true: "-1", false: ""}[w.Head < 0]
		if w.Head >= 0 {
			headText = string(rune('0' + w.Head))
		}
		if w.Rel != rel || headText != head {
			t.Errorf("%s: %s>%s, want %s", w.Text, w.Rel, headText, want)
		}
	}
	if words[6].Lemma != "capture" {
		t.Errorf("lemma of captured: %s", words[6].Lemma)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("“Don't,” he said. U.S. troops — 1,000 of 'em.")
	f.Add("\xff\xfe'n’t..a.b.c-")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range syntax.Sentences(text, 0, len(text)) {
			syntax.English().Parse(s, nil)
			for _, w := range s {
				if w.Start < at || w.End <= w.Start || w.End > len(text) || text[w.Start:w.End] != w.Text {
					t.Fatalf("word %q at %d..%d after byte %d", w.Text, w.Start, w.End, at)
				}
				at = w.End
			}
		}
	})
}
