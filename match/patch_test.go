package match

import (
	"strings"
	"testing"
)

func TestPatch(t *testing.T) {
	for _, test := range []struct {
		name              string
		rows              string
		telling, agreeing int
		want              patch
	}{
		{"a banner is left out", "aaaaaa|aaaa.a|a.aaaa|dddddd", 16, 16, patch{0, 3, 6, 4}},
		{"a logo is left out", "dddaaa|dddaaa|aaaaaa|aaaaaa", 18, 18, patch{0, 0, 3, 2}},
		{"differences here and there are not", "adaada|aaaada|daaaaa|aaadaa", 24, 19, patch{}},
		{"two blocks are no patch", "ddaaaa|aaaaaa|aaaaaa|aaaaaa", 24, 22, patch{}},
		{"a patch is never most of a picture", "dddddd|dddddd|dddddd|aaaaaa", 0, 0, patch{0, 0, 6, 1}},
	} {
		s := sheet{across: 6}
		for _, c := range strings.ReplaceAll(test.rows, "|", "") {
			s.blocks = append(s.blocks, map[rune]verdict{'a': agrees, 'd': differs, '.': plain}[c])
		}
		got := s.patch()
		if got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
		telling, agreeing := s.outside(got)
		if test.telling > 0 && (telling != test.telling || agreeing != test.agreeing) {
			t.Errorf("%s: %d of %d blocks agree, want %d of %d", test.name, agreeing, telling, test.agreeing, test.telling)
		}
	}
}
