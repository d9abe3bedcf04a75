package claim

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
)

// longReport is so many bytes of news in which people are named in full only
// once, speak over paragraphs and after colons, in two languages.
func longReport(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, `Officials in district %[1]d said on Wednesday, August 14, that at least %[2]d people had left their homes after the flood.
Mayor Anna%[1]d Holub%[1]d told the River Herald that more than %[3]d houses were damaged. She said 12 of them had burned down.
“We have not reached the last street yet,” Holub%[1]d said. “There are %[2]d more.
“And %[3]d farms.”
“Those are far away.”
The administration continued:

“At least %[3]d boats are missing.”
Зранку Степан Коваль%[1]d був там. Коваль%[1]d повідомив, що евакуювали щонайменше %[2]d людей.
`, i, 20+i%700, 10+i%300)
	}
	return b.String() + "In 2024, nothing was said.\n"
}

// A long report has the claims that it would have if it were held whole.
func TestPassagesDoNotMatter(t *testing.T) {
	text := longReport(4 * longPassage)
	r := Report{Name: "long.txt", Text: text}
	all := func(rd *reading) (out []atleast.Claim) {
		for c := range rd.claims {
			out = append(out, c)
		}
		return out
	}
	got, want := all(begin(r)), all(beginIn(r, []span{{0, len(text)}}))
	if len(begin(r).passages) < 8 || len(want) < 1000 {
		t.Fatalf("%d passages and %d claims, too few to compare", len(begin(r).passages), len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read in passages it differs (- whole, + in passages):\n%.2000s", diff)
	}
}

// Passages cover the text, in runes, and none is longer than it may be.
func TestPassagesOf(t *testing.T) {
	for name, part := range map[string]string{
		"news": longReport(1000), "one line": "The guild said so. ", "no space": "їжак", "speech": "“On and on.\n", "blank lines": "\n\n\n", "colons": "He said:\n",
	} {
		text := strings.Repeat(part, 1+(3*longPassage)/len(part))
		end := 0
		for _, at := range passagesOf(text) {
			if at.from != end || at.to <= at.from || at.to-at.from > longPassage+longParagraph {
				t.Fatalf("%s: passage %d..%d after %d", name, at.from, at.to, end)
			}
			if passage := text[at.from:at.to]; strings.ToValidUTF8(passage, "") != passage {
				t.Fatalf("%s: passage %d..%d cuts a letter", name, at.from, at.to)
			}
			end = at.to
		}
		if end != len(text) {
			t.Errorf("%s: passages end at %d of %d", name, end, len(text))
		}
	}
}

// What is held while a report is read does not grow with it; its trees would
// take 200 times its size.
func TestLongReportInBoundedMemory(t *testing.T) {
	const most = 16 << 20
	held := func() uint64 {
		var now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&now)
		return now.HeapAlloc
	}
	text := longReport(512 << 10)
	Read(Report{Text: "Unpack the grammar."})
	before, peak, n := held(), uint64(0), 0
	for range Each(Report{Text: text}) {
		if n++; n%400 == 1 {
			peak = max(peak, held())
		}
	}
	if n < 4000 || peak > before+most {
		t.Errorf("%d bytes of text, %d claims: %d bytes held, want at most %d", len(text), n, peak-before, most)
	}
}
