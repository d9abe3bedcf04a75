package syntax

// markQuoted tells of every word whether it stands between quotation marks.
func markQuoted(words []Word) {
	inside := uint64(1)
	if opensInside(words) {
		inside = 2
	}
	for i := range words {
		words[i].quoted = inside
		if words[i].Low == `"` {
			inside = 3 - inside
		}
	}
}

// opensInside reports whether a quotation that began in a sentence before is still
// open: the first mark closes one.
func opensInside(words []Word) bool {
	for i, w := range words {
		if w.Low != `"` {
			continue
		}
		switch w.Text {
		case "”", "''", "»":
			return true
		case "“", "``", "«", "„":
			return false
		}
		return i > 0 && endsQuoted(words[i-1].Text) && i+1 < len(words)
	}
	return false
}

func endsQuoted(s string) bool { return s == "," || s == "." || s == "?" || s == "!" }
