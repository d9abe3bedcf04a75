package syntax

import "testing"

func TestMarkQuoted(t *testing.T) {
	for text, want := range map[string]string{
		`“Go home,” he said.`:         ".++++...",
		`This is all,” said Caddell.`: "+++++...",
		`This is all," said Caddell.`: "+++++...",
		`He said "go, go" and left.`:  "...++++...",
		`No marks.`:                   "...",
	} {
		words := Words(text, 0, len(text))
		for i := range words {
			words[i].prepare()
		}
		markQuoted(words)
		got := ""
		for _, w := range words {
			got += map[uint64]string{1: ".", 2: "+"}[w.quoted]
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
