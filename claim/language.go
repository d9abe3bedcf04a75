package claim

import "strings"

// detect tells English, Ukrainian and Russian apart by their letters, and the
// two Slavic languages by those that only one of them has.
func detect(text string) string {
	latin, cyrillic, ukrainian, russian := 0, 0, 0, 0
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			latin++
		case r >= 0x400 && r <= 0x4ff:
			cyrillic++
			if strings.ContainsRune("іїєґІЇЄҐ", r) {
				ukrainian++
			}
			if strings.ContainsRune("ыэёъЫЭЁЪ", r) {
				russian++
			}
		}
	}
	switch {
	case latin >= cyrillic:
		return "en"
	case ukrainian > russian:
		return "uk"
	default:
		return "ru"
	}
}
