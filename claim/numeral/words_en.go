package numeral

var (
	units = map[string]float64{
		"zero": 0, "nil": 0, "naught": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
		"eight": 8, "nine": 9,
	}
	teens = map[string]float64{
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
		"eighteen": 18, "nineteen": 19,
	}
	tens = map[string]float64{
		"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	scales = map[string]float64{
		"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7, "koti": 1e7,
		"billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18,
		"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "hundreds": 1e2,
		"mln": 1e6, "bln": 1e9, "tln": 1e12, "bn": 1e9, "mil": 1e6,
		"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "dz": 12, "dzs": 12,
	}
	// suffixes stand at the end of a figure. "1m" is a metre, "1M" a million.
	suffixes = map[string]float64{
		"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "mm": 0, "mil": 1e6, "b": 1e9, "B": 1e9, "bn": 1e9, "Bn": 1e9, "G": 1e9, "T": 1e12,
		"tn": 1e12, "mn": 1e6,
	}
	// vagueFloors are the published conservative floors of vague words.
	vagueFloors = map[string]float64{
		"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
	}
	ordinals = map[string]float64{
		"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
		"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
		"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
		"sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1e3, "millionth": 1e6,
		"billionth": 1e9, "trillionth": 1e12,
	}
)

// colloquial reads what is a number only when nothing else is said: "a pair",
// "30 l" for lakh, "one twenty two", "point 77".
func colloquial(tokens []token, lang string) (float64, bool) {
	if v, ok := colloquialWords[lang][phrase(tokens)]; ok {
		return v, true
	}
	if lang != "en" {
		return 0, false
	}
	if tokens[0].low == "point" {
		e, n := &english{tokens: tokens}, Number{}
		e.point(&n)
		return n.Value, e.at == len(tokens)
	}
	last := len(tokens) - 1
	if scale, ok := colloquialScales[tokens[last].low]; ok && last > 0 {
		n, used := readNumber(tokens[:last], lang, false)
		return n.Value * scale, used == last
	}
	if hundreds, ok := units[tokens[0].low]; ok && hundreds > 0 && last > 0 {
		n, used := readEnglish(tokens[1:])
		if used == last && !n.Plural && !n.Fraction && n.Value >= 10 && n.Value < 100 && n.Words {
			return 100*hundreds + n.Value, true
		}
	}
	return 0, false
}

var colloquialWords = map[string]map[string]float64{
	"en": {
		"none": 0, "zilch": 0, "single": 1, "a single": 1, "pair": 2, "a pair": 2, "a pair of": 2, "a couple": 2, "couple": 2,
		"a couple of": 2, "couple of": 2, "few": 3, "a few": 3, "dozen": 12, "a dozen of": 12, "a handful": 3, "a handful of": 3,
		"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9,
	},
	"ru": {"пара": 2, "пару": 2},
	"uk": {"пара": 2, "пару": 2},
}

var colloquialScales = map[string]float64{"l": 1e5, "cr": 1e7, "kr": 1e7}

func phrase(tokens []token) string {
	s := ""
	for i, t := range tokens {
		if i > 0 {
			s += " "
		}
		s += t.low
	}
	return s
}
