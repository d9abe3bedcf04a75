package claim_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/atleast-desk/atleast/claim"
)

// largePage is a page of so many bytes whose paragraphs all differ.
func largePage(size int, wrap string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html><head><title>Flood</title><meta property="og:site_name" content="River Herald">
<meta property="article:published_time" content="2024-08-15T10:00:00Z"><script>var menu = "<p>Scripted</p>";</script></head>
<body><nav><ul><li>Home</li><li>About</li></ul></nav>` + wrap)
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>Officials in district %d said on <b>Tuesday</b> that\n  at least %d people&nbsp;left.</p><div>It rained<br>all day</div>\n", i, 20+i%700)
	}
	return b.String() + "<footer>Imprint</footer></body></html>"
}

func TestLargePage(t *testing.T) {
	for _, wrap := range []string{"", "<main><h1>Flood</h1>", "<article><aside>Read more"} {
		page := largePage(2<<20, wrap)
		r, err := claim.Extract("large.html", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if r.Date != "2024-08-15" || r.Outlet != "River Herald" || r.Caveat == "" {
			t.Errorf("%q: date %q, outlet %q, caveat %q", wrap, r.Date, r.Outlet, r.Caveat)
		}
		if want := "Officials in district 1007 said on Tuesday that at least 327 people left.\nIt rained\nall day\nOfficials in district 1008 "; !strings.Contains(r.Text, want) {
			t.Errorf("%q: the text does not hold %q: %.300q", wrap, want, r.Text)
		}
		for _, other := range []string{"Scripted", "About", "Imprint", "<"} {
			if strings.Contains(r.Text, other) {
				t.Errorf("%q: the text holds %q", wrap, other)
			}
		}
	}
}

// However large a page, its text takes but a few times its size. What a small one
// takes for telling menus from text is bounded by the size up to which it is small.
func TestLargePageInBoundedMemory(t *testing.T) {
	page := []byte(largePage(8<<20, ""))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := claim.Extract("large.html", page)
	runtime.ReadMemStats(&after)
	if err != nil || len(r.Text) < len(page)/2 {
		t.Fatalf("%d bytes of text, %v", len(r.Text), err)
	}
	if used := int(after.TotalAlloc - before.TotalAlloc); used > 20*len(page) {
		t.Errorf("a page of %d bytes took %d bytes of memory", len(page), used)
	}
}

// The mark at the start of a page counts before what its server says, that before
// what the page says, and that before what it seems to be.
func TestCharsetOfPage(t *testing.T) {
	body := "<html><head>%s<title>Повінь</title></head><body><article><p>" + strings.Repeat("Президент заявив, що захоплено щонайменше 82 населені пункти. ", 9) + "</p></article></body></html>"
	encode := func(meta string) string {
		out, err := charmap.Windows1251.NewEncoder().String(fmt.Sprintf(body, meta))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(fmt.Sprintf(body, ""))
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]struct{ contentType, data string }{
		"served":             {"text/html; charset=windows-1251", encode("")},
		"served, wrong meta": {"text/html; charset=windows-1251", encode(`<meta charset="utf-8">`)},
		"meta":               {"", encode(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`)},
		"detected":           {"text/html", encode("")},
		"marked":             {"text/html; charset=windows-1251", wide},
		"utf-8 marked":       {"text/html; charset=windows-1251", "\ufeff" + fmt.Sprintf(body, "")},
	} {
		r, err := claim.ExtractServed("page.html", page.contentType, []byte(page.data))
		if err != nil || !strings.Contains(r.Text, "заявив, що захоплено") {
			t.Errorf("%s: %v, %.60q", name, err, r.Text)
		}
	}
}
