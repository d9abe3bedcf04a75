package corroborate

import (
	_ "embed" // the table of sides
	"strings"
	"sync"
)

//go:embed sides.txt
var sidesTable string

// sides maps every word for a country, its people or its capital to the
// country: reports say "Kyiv" and "Ukrainian authorities" for one party.
var sides = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for line := range strings.Lines(sidesTable) {
		side, others, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		of[side] = side
		for word := range strings.FieldsSeq(others) {
			of[fold(word)] = side
		}
	}
	return of
})

// sideOf returns the side that a folded word stands for.
func sideOf(word string) (string, bool) {
	side, ok := sides()[word]
	return side, ok
}

// sideIn returns the first side named among the words: that of the speaker in
// "Russian-installed officials in Ukraine's Kherson region".
func sideIn(words []string) string {
	for _, word := range words {
		if side, ok := sideOf(word); ok {
			return side
		}
	}
	return ""
}
