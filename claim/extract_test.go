package claim_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestExtractPage(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>Flood</title><meta property="article:published_time" content="2024-08-15T10:00:00Z"></head>
<body><nav>Home | About</nav><article><h1>Flood</h1><p>` + strings.Repeat("The river rose by two metres on Wednesday, officials said, and did not stop. ", 8) +
		`</p><p>At least 40 houses were flooded, the mayor told reporters.</p></article><footer>Imprint</footer></body></html>`
	r, err := claim.Extract("flood.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if r.Date != "2024-08-15" || !strings.Contains(r.Text, "At least 40 houses") || strings.Contains(r.Text, "Imprint") {
		t.Errorf("date %q, text %q", r.Date, r.Text)
	}
}

func TestExtractCharsets(t *testing.T) {
	text := "Президент заявив, що захоплено щонайменше 82 населені пункти, повідомила пресслужба. " + strings.Repeat("Українські військові утримують позиції поблизу міста. ", 6)
	cp1251, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"utf-8": text, "windows-1251": cp1251, "utf-16": utf16} {
		r, err := claim.Extract(name, []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if r.Text != text {
			t.Errorf("%s: %q", name, r.Text)
		}
	}
}

func TestExtractRefusesWhatIsNoText(t *testing.T) {
	for name, data := range map[string]string{
		"picture.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "broken.pdf": "%PDF-1.7\ngarbage", "zeros": strings.Repeat("\x00", 200),
	} {
		if r, err := claim.Extract(name, []byte(data)); !errors.Is(err, claim.ErrNotText) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, text %q", name, err, r.Text)
		}
	}
}

func TestTelegram(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "telegram.json"))
	if err != nil {
		t.Fatal(err)
	}
	reports, err := claim.Telegram("result.json", raw)
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != 2 || reports[0].Name != "result.json#11" || reports[0].Date != "2024-08-14" ||
		reports[0].Text != "У полон узяли щонайменше 102 військових, повідомив речник." || reports[1].Text != "see the video" {
		t.Errorf("%+v", reports)
	}
	if _, err := claim.Telegram("x.json", []byte(`{"a":1}`)); !errors.Is(err, claim.ErrNotTelegram) {
		t.Errorf("no export: %v", err)
	}
}
