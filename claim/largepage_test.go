package claim

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever a large page holds, its text is text in lines without space around them.
func FuzzLargePage(f *testing.F) {
	f.Add("<nav>a<nav>b</nav></nav><p>c <b>d</b>e<br>f</p>")
	f.Add("<main>a</main></main><article><script>b</script>c<aside>d")
	f.Add("<svg/><select><option>a</select>&nbsp;&amp;\x00\xff<!-- b --><p")
	f.Fuzz(func(t *testing.T, page string) {
		var r Report
		if err := r.readLargePage([]byte(page), measure([]byte(page))); err != nil {
			return
		}
		for line := range strings.Lines(r.Text) {
			if line = strings.TrimSuffix(line, "\n"); utf8.ValidString(page) && line != strings.TrimSpace(line) || line == "" {
				t.Errorf("%q has the line %q", page, line)
			}
		}
	})
}
