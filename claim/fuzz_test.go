package claim_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
)

// sound reads a text and checks what must hold of any claim.
func sound(t *testing.T, text string) int {
	t.Helper()
	r := claim.Report{Name: "fuzz", Text: text, Date: "2024-08-20"}
	claims := claim.Read(r)
	for _, c := range claims {
		if err := c.Validate(text); err != nil {
			t.Fatal(err)
		}
		if q := c.Quantity; q != nil && (q.Start < 0 || q.End > len(text) || text[q.Start:q.End] != q.Text) {
			t.Fatalf("quantity %q is not at %d..%d", q.Text, q.Start, q.End)
		}
		for _, s := range []*[2]int{c.Spans.Source, c.Spans.Cue, c.Spans.Content} {
			if s != nil && (s[0] < 0 || s[1] <= s[0] || s[1] > len(text)) {
				t.Fatalf("span %v outside a text of %d bytes", *s, len(text))
			}
		}
	}
	return len(claims)
}

// unpack loads the grammar, which takes longer than a fuzzer waits for one input.
func unpack() { claim.Read(claim.Report{Text: "Unpack the grammar."}) }

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"“At least 100,” he said. Officials told the FT that 2-3 died.", "За словами Сирського, 82 села у Курську.", "\"''“„«»”’''\"", "According to",
		"\xff\xfe said that \x00 12", "A: \n:\n\"a\nb\n\"said X, said", "1,2.3/4-5 half a dozen and a quarter",
		strings.Repeat("\x88", 100) + "12",
	} {
		f.Add(seed)
	}
	unpack()
	f.Fuzz(func(t *testing.T, text string) { sound(t, text) })
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte("plain"))
	f.Add([]byte("<html><body><p>At least 12 died, police said.</p></body></html>"))
	f.Add([]byte("%PDF-1.4\n1 0 obj"))
	f.Add([]byte("\xff\xfea\x00b\x00"))
	unpack()
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := claim.Extract("fuzz", data)
		if err == nil && len(r.Text) < 1<<16 {
			sound(t, r.Text)
		}
	})
}

// The same bytes give the same claims.
func TestReadIsDeterministic(t *testing.T) {
	text := strings.Repeat("Officials said at least 12 people died in Kursk on Monday, BBC reported. “We saw 3 tanks,” he said. ", 20)
	var first string
	for range 3 {
		got, err := json.Marshal(claim.Read(claim.Report{Name: "x", Text: text}))
		if err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = string(got)
		} else if first != string(got) {
			t.Fatal("two readings differ")
		}
	}
}

// Nasty texts are read to their end.
func TestHugeInput(t *testing.T) {
	for name, text := range map[string]string{
		"digits":       strings.Repeat("7", 1<<20),
		"open quotes":  strings.Repeat("“", 10000) + "x" + strings.Repeat("”", 10000),
		"quotes":       strings.Repeat("\"a\" ", 10000),
		"said":         strings.Repeat("said ", 20000),
		"numbers":      strings.Repeat("1,000 men and ", 2000),
		"commas":       strings.Repeat("1,", 5000),
		"no sentences": strings.Repeat("word ", 20000),
		"brackets":     strings.Repeat("(", 20000),
		"cyrillic":     strings.Repeat("сказав «12 », ", 5000),
	} {
		t.Run(name, func(t *testing.T) { sound(t, text) })
	}
}
