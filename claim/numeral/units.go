package numeral

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unitForms lists the units of measure by their singular and the other ways in
// which texts write them. Plurals in -s are added; a form with a capital is
// matched as it stands.
var unitForms = map[string]string{
	// length
	"kilometer": "kilometre,km,kms", "meter": "metre,m", "decimeter": "decimetre,dm", "centimeter": "centimetre,cm", "millimeter": "millimetre,mm",
	"micrometer": "micrometre,micron,µm,μm", "nanometer": "nanometre,nm", "picometer": "picometre,pm", "mile": "mi", "yard": "yd,yds",
	"foot": "feet,ft", "inch": "inches,in,\"", "light year": "light-year,ly", "nautical mile": "nmi",
	// area
	"square kilometer": "square kilometre,sq km,sq. km,km2,km²,km^2", "square meter": "square metre,sq m,sq. m,m2,m²,m^2,sqm",
	"square centimeter": "square centimetre,cm2,cm²", "square mile": "sq mi,sq mile,mi2", "square foot": "square feet,sq ft,sqft,ft2", "square yard": "sq yd,yd2",
	"square inch": "square inches,sq in,in2", "hectare": "ha", "acre": "",
	// volume
	"cubic meter": "cubic metre,m3,m³", "cubic centimeter": "cubic centimetre,cc,cm3,cm³", "cubic foot": "cubic feet,cu ft,ft3", "cubic yard": "", "cubic inch": "cubic inches",
	"cubic kilometer": "cubic kilometre,km3", "liter": "litre,l,L", "milliliter": "millilitre,ml,mls", "hectoliter": "hectolitre,hl", "gallon": "gal", "barrel": "bbl", "pint": "pt", "quart": "qt",
	"cup": "", "tablespoon": "tbsp", "teaspoon": "tsp", "fluid ounce": "fl oz", "bushel": "",
	// mass
	"kilogram": "kilogramme,kilo,kg,kgs", "gram": "gramme,g,gm", "milligram": "milligramme,mg", "microgram": "microgramme,µg,μg,mcg", "ton": "tonne,t", "metric ton": "metric tonne",
	"kiloton": "kt", "pound": "lb,lbs", "ounce": "oz", "stone": "", "dram": "drachma", "carat": "ct",
	// speed
	"kilometer per hour": "kilometers per hour,kilometres per hour,kilometre per hour,kph,kmph,km/h,km/hr,kilometers an hour,kilometres an hour", "mile per hour": "miles per hour,miles an hour,mph,mile an hour",
	"meter per second": "meters per second,metres per second,m/s", "foot per second": "feet per second,ft/s", "knot": "kn,kt.", "meter per millisecond": "meters per millisecond,metres per millisecond,m/ms",
	"centimeter per millisecond": "centimeters per millisecond,centimeters/millisecond,cm/ms", "kilometer per millisecond": "kilometers per millisecond,km/ms",
	// information
	"bit": "", "byte": "", "kilobit": "kb,Kb", "kilobyte": "KB,kB", "megabit": "mb,Mb", "megabyte": "MB", "gigabit": "gb,Gb", "gigabyte": "GB", "terabyte": "TB,tb",
	// angle
	"degree": "°", "radian": "rad", "turn": "",
	// share and power
	"percent": "per cent,percentage point,%,pct,percent", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "watt": "W", "kilowatt hour": "kWh", "megawatt hour": "MWh",
	// money
	"dollar": "US dollar,U.S. dollar,USD", "euro": "EUR", "pound sterling": "", "hryvnia": "hryvnias,UAH", "ruble": "rouble,RUB", "yuan": "yuan", "yen": "yen", "rupee": "", "zloty": "zlotys", "cent": "",
}

// tables map forms to units: exact as they stand, lower without regard to case.
type tables struct {
	exact, lower map[string]string
	longest      int // bytes of the longest form
}

var unitTable = buildUnits(unitForms)

func buildUnits(units map[string]string) tables {
	t := tables{exact: map[string]string{}, lower: map[string]string{}}
	names := make([]string, 0, len(units))
	for name := range units {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for _, form := range append(strings.Split(units[name], ","), name) {
			if form == "" {
				continue
			}
			t.add(form, name)
			if len(form) > 3 && !strings.HasSuffix(form, "s") && !strings.ContainsAny(form, "/0123456789²³") {
				t.add(form+"s", name)
			}
		}
	}
	return t
}

func (t *tables) add(form, name string) {
	t.longest = max(t.longest, len(form))
	if form != strings.ToLower(form) {
		t.exact[form] = name
	}
	if _, taken := t.lower[strings.ToLower(form)]; !taken || form == strings.ToLower(form) {
		t.lower[strings.ToLower(form)] = name
	}
}

// at returns the longest form of a unit at the start of s and its length.
func (t *tables) at(s string) (unit string, length int) {
	for n := min(t.longest, len(s)); n > 0; n-- {
		if n < len(s) && !utf8.RuneStart(s[n]) || wordGoesOn(s, n) {
			continue
		}
		if unit, ok := t.exact[s[:n]]; ok {
			return unit, n
		}
		if unit, ok := t.lower[strings.ToLower(s[:n])]; ok {
			return unit, n
		}
	}
	return "", 0
}

// wordGoesOn reports whether s[:n] ends in the middle of a word.
func wordGoesOn(s string, n int) bool {
	last, _ := utf8.DecodeLastRuneInString(s[:n])
	next, _ := utf8.DecodeRuneInString(s[n:])
	return n < len(s) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '²' || next == '³')
}

// UnitAt reads the unit that follows a number and says how many bytes it takes,
// with the space or hyphen before it; 0 if there is none.
func UnitAt(after string) (unit string, width int) {
	rest := strings.TrimLeft(after, " \u00a0\u202f-")
	skipped := len(after) - len(rest)
	if skipped > 3 {
		return "", 0
	}
	unit, n := unitTable.at(rest)
	if n == 0 || ambiguous[rest[:n]] && skipped > 0 && !strings.HasPrefix(after, " ") {
		return "", 0
	}
	return unit, skipped + n
}

// ambiguous forms are units only right after a figure and a plain space.
var ambiguous = map[string]bool{"in": true, "t": true, "l": true, "g": true, "m": true, "pt": true, "\"": true}

// currencies are the signs that stand before an amount.
var currencies = map[string]string{"$": "dollar", "€": "euro", "£": "pound sterling", "₴": "hryvnia", "₽": "ruble", "¥": "yen", "₹": "rupee"}

// CurrencyBefore reads the sign of money right before a number and says how many bytes it takes.
func CurrencyBefore(before string) (unit string, width int) {
	trimmed := strings.TrimRight(before, " ")
	for sign, name := range currencies {
		if strings.HasSuffix(trimmed, sign) {
			width = len(before) - len(trimmed) + len(sign)
			for _, prefix := range []string{"US", "C", "A", "HK"} {
				if strings.HasSuffix(before[:len(before)-width], prefix) {
					width += len(prefix)
				}
			}
			return name, width
		}
	}
	return "", 0
}
