package place

// Relation says how one place lies to another.
type Relation int

// The relations of a place to another.
const (
	Unclear Relation = iota // the gazetteer does not know
	Same
	Inside // the first lies within the second
	Around // the second lies within the first
	Apart  // they share nothing
)

// Lies says how s lies to t, as far as the gazetteer knows. Of cities it knows
// the country, and within Ukraine and the Russian regions that border on it the
// region too. What lies there is told apart for certain; elsewhere many places
// share a name, so that the gazetteer may mean another.
func (s Site) Lies(t Site) Relation {
	switch {
	case s == t:
		return Same
	case s.within(t):
		return Inside
	case t.within(s):
		return Around
	case s.land() == "" || t.land() == "":
		return Unclear
	case s.land() != t.land():
		return Apart
	case s.region() == t.region():
		return Unclear
	default:
		return Apart
	}
}

// within reports whether s lies in t, which is a region or country.
func (s Site) within(t Site) bool {
	if t.Point || t.Name == "" {
		return false
	}
	for at := s.enclosing(); at != ""; at = outer[at] {
		if at == t.Name {
			return true
		}
	}
	return false
}

// enclosing returns the smallest region or country around s that has a name.
func (s Site) enclosing() string {
	switch {
	case s.Region != "":
		return s.Region
	case s.Country != "":
		return s.Country
	default:
		return outer[s.Name]
	}
}

// land returns the country of a place that is told apart for certain, or nothing.
func (s Site) land() string {
	at := s.enclosing()
	if at == "" {
		at = s.Name
	}
	for outer[at] != "" {
		at = outer[at]
	}
	if at == "Ukraine" || at == "Russia" {
		return at
	}
	return ""
}

// region returns the region that s is or lies in. A country is none.
func (s Site) region() string {
	if s.Point {
		return s.Region
	}
	return s.Name
}

// outer says in which larger region or country a region lies.
var outer = map[string]string{
	"Donetsk region": "Donbas", "Luhansk region": "Donbas", "Donbas": "Ukraine", "Crimea": "Ukraine",
	"Cherkasy region": "Ukraine", "Chernihiv region": "Ukraine", "Dnipropetrovsk region": "Ukraine", "Kharkiv region": "Ukraine",
	"Kherson region": "Ukraine", "Kyiv region": "Ukraine", "Lviv region": "Ukraine", "Mykolaiv region": "Ukraine", "Odesa region": "Ukraine",
	"Poltava region": "Ukraine", "Sumy region": "Ukraine", "Zaporizhzhia region": "Ukraine",
	"Kursk region": "Russia", "Belgorod region": "Russia", "Bryansk region": "Russia", "Rostov region": "Russia", "Voronezh region": "Russia",
}
