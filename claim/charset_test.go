package claim_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/atleast-desk/atleast/claim"
)

// What nothing states is guessed, and the reader is told; letters of Ukrainian are
// not taken for the boxes that stand in their places in Russian.
func TestGuessedCharset(t *testing.T) {
	const ukrainian = "Президент заявив, що українські війська взяли в полон щонайменше 82 військовослужбовці поблизу Суджі. Її речник це підтвердив, є й інші свідчення."
	const russian = "Президент заявил, что войска взяли в плен не менее 82 военнослужащих под Суджей. Представитель министерства это подтвердил, других сведений нет."
	for name, test := range map[string]struct {
		charset encoding.Encoding
		text    string
		caveat  string
	}{
		"KOI8-U":       {charmap.KOI8U, ukrainian, "KOI8-U"},
		"KOI8-R":       {charmap.KOI8R, russian, "KOI8-R"},
		"windows-1251": {charmap.Windows1251, russian, "windows-1251"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(test.text+"\n", 4)
			data, err := test.charset.NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			r, err := claim.Extract("statement.txt", []byte(data))
			if err != nil || r.Text != text || !strings.Contains(r.Caveat, test.caveat) {
				t.Errorf("%v, caveat %q, %.80q", err, r.Caveat, r.Text)
			}
			page, err := claim.Extract("page.html", []byte("<html><body><article><p>"+data+"</p></article></body></html>"))
			if err != nil || !strings.Contains(page.Text, test.text) || !strings.Contains(page.Caveat, test.caveat) {
				t.Errorf("page: %v, caveat %q, %.80q", err, page.Caveat, page.Text)
			}
		})
	}
}

// What is stated is not guessed, unless it cannot be so.
func TestStatedCharset(t *testing.T) {
	text := strings.Repeat("Мер заявив, що загинули 12 людей.\n", 9)
	data, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for contentType, guessed := range map[string]bool{"text/plain; charset=windows-1251": false, "text/plain": true, "text/plain; charset=UTF-8": true} {
		r, err := claim.ExtractServed("statement.txt", contentType, []byte(data))
		if err != nil || r.Text != text || (r.Caveat != "") != guessed {
			t.Errorf("%s: %v, caveat %q, %.60q", contentType, err, r.Caveat, r.Text)
		}
	}
}
