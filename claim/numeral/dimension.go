package numeral

import "strings"

// Dimension is a measure: a number and its unit.
type Dimension struct {
	Start, End int // byte offsets of number and unit
	Value      float64
	Unit       string // singular, lower case: "square mile"
}

// Dimensions finds the measures in English text: lengths, areas, volumes, masses,
// speeds, amounts of data, angles. Money and percentages are no dimensions.
func Dimensions(text string) []Dimension {
	var out []Dimension
	for _, n := range Scan(text, "en") {
		unit, width := measureAt(text, n)
		if width == 0 || notMeasured[unit] {
			continue
		}
		d := Dimension{Start: n.Start, End: n.End + width, Value: n.Value, Unit: unit}
		if !n.Words && n.Value < 0 && strings.HasPrefix(text[n.Start:], "-") {
			d.Value = n.Value
		}
		if k := len(out) - 1; k >= 0 && joinsInches(text, out[k], d) {
			out[k].Value += d.Value / 12
			out[k].End = d.End
			continue
		}
		out = append(out, d)
	}
	return out
}

var notMeasured = map[string]bool{"percent": true, "dollar": true, "euro": true, "pound sterling": true, "hryvnia": true, "ruble": true, "yuan": true, "yen": true, "rupee": true, "zloty": true, "cent": true}

// measureAt reads the unit after a number, one in brackets included: "20 (kg)".
func measureAt(text string, n Number) (string, int) {
	after := text[n.End:]
	for open, shut := range map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"} {
		inside, ok := strings.CutPrefix(strings.TrimLeft(after, " "), open)
		if !ok {
			continue
		}
		unit, length := unitTable.at(inside)
		if length > 0 && strings.HasPrefix(inside[length:], shut) {
			return unit, len(after) - len(inside) + length + 1
		}
	}
	unit, width := UnitAt(after)
	if width == 0 || clockTime(text, n, unit, width) || codeNumber(text, n) {
		return "", 0
	}
	return unit, width
}

// clockTime tells "2 pm" from two picometres, "2 in april" from two inches and
// "24 degrees" of warmth from an angle.
func clockTime(text string, n Number, unit string, width int) bool {
	form := strings.TrimLeft(text[n.End:n.End+width], " -")
	rest := strings.ToLower(text[n.End+width:])
	switch form {
	case "pm", "PM", "am":
		return !strings.HasPrefix(rest, " is") && n.Value <= 12
	case "in":
		return !strings.HasSuffix(strings.ToLower(text[:n.Start]), "ft ") && (n.Words || strings.HasPrefix(rest, " ") && !closesMeasure(rest))
	case "m", "M", "G", "T", "B", "b":
		return form != "m" && form != strings.ToLower(form)
	case "t", "l", "g":
		return n.Words
	}
	if unit == "degree" {
		return strings.Contains(strings.ToLower(text[:n.Start]), "temperature") || strings.HasPrefix(rest, " celsius") || strings.HasPrefix(rest, " fahrenheit")
	}
	return false
}

func closesMeasure(rest string) bool {
	next := firstWord(rest)
	return next == "" || next == "more" || next == "x" || next == "by" || next == "long" || next == "wide" || next == "tall"
}

func firstWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[0], ".,;:")
}

// codeNumber tells the figures of a name ("scp-173 m", "24703m212") from a measure.
func codeNumber(text string, n Number) bool {
	if n.Words || n.Start == 0 {
		return false
	}
	before := text[n.Start-1]
	return before >= 'a' && before <= 'z' || before >= 'A' && before <= 'Z' ||
		before == '-' && n.Start > 1 && !isDigit(text[n.Start-2]) && text[n.Start-2] != ' '
}

// joinsInches reports whether "2 in" continues "12 ft".
func joinsInches(text string, a, b Dimension) bool {
	if a.Unit != "foot" || b.Unit != "inch" || b.Start < a.End {
		return false
	}
	between := strings.TrimSpace(text[a.End:b.Start])
	return between == "" || between == "and"
}
