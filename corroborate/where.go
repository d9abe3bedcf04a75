package corroborate

import (
	"slices"
	"strings"

	"github.com/atleast-desk/atleast/place"
)

// where is a place as reports name it: its own name, the places it is said to
// lie in, and the country where one is named.
type where struct {
	text    string // as a report names it
	head    string
	within  []string
	country string
	site    place.Site // where it is known to the gazetteer
	known   bool
}

// generic are words for a kind of place or a part of one: "district" alone
// names none.
var generic = words("the of in at near region oblast province district county state city town village area raion prefecture territory republic municipality border settlement central northern southern eastern western north south east west river lake valley bay coast island peninsula pass square hills mountains highlands strait gulf delta")

// placeOf reads "Russia's Kursk region", "the Russian city of Kursk" and
// "Kursk, Russia" as Kursk, which lies in Russia.
func placeOf(text string) where {
	w := where{text: text}
	for part := range strings.SplitSeq(text, ",") {
		all := tokens(part)
		var own []string
		for _, name := range all {
			side, isSide := sideOf(name)
			if isSide {
				w.country = side
			}
			if !isSide && !generic[name] {
				own = append(own, name)
			}
		}
		if len(own) == 0 {
			own = all // "Kyiv", "northern Ukraine"
		}
		if name := strings.Join(stems(own), " "); w.head == "" {
			w.head = name
		} else if name != "" {
			w.within = append(w.within, name)
		}
	}
	if w.head != "" {
		w.site, w.known = siteOf(text)
	}
	return w
}

// against says how w lies to v. Places of different names may still overlap.
func (w where) against(v where) position {
	switch {
	case w.head == "" || v.head == "":
		return unclear
	case w.country != "" && v.country != "" && w.country != v.country:
		return apart
	case w.head == v.head:
		return equal
	case w.country == v.head || slices.Contains(w.within, v.head):
		return inside
	case v.country == w.head || slices.Contains(v.within, w.head):
		return containing
	default:
		return w.onTheMap(v)
	}
}

// onTheMap says how w lies to v by the gazetteer, which knows them in three
// languages: Суджа lies in Kursk oblast.
func (w where) onTheMap(v where) position {
	if !w.known || !v.known {
		return unclear
	}
	switch w.site.Lies(v.site) {
	case place.Same:
		return equal
	case place.Inside:
		return inside
	case place.Around:
		return containing
	case place.Apart:
		return apart
	default:
		return unclear
	}
}

// siteOf looks a place up: as it is named, and without a country, as in "Russia's
// Kursk region".
func siteOf(text string) (place.Site, bool) {
	name, _, _ := strings.Cut(text, ",")
	if site, ok := place.Lookup(name); ok {
		return site, true
	}
	var own []string
	for _, one := range wordsOf(name) {
		if _, side := sideOf(one.text); !side && one.text != "the" && !prepositions[one.text] {
			own = append(own, bare(name[one.start:one.end]))
		}
	}
	return place.Lookup(strings.Join(own, " "))
}

// elsewhere reports whether both are named, and differently: too little to say
// how they lie, but enough not to take one for the other.
func (w where) elsewhere(v where) bool {
	return w.head != "" && v.head != "" && w.against(v) == unclear
}

// mayHold reports whether the place that a statement names may be another name
// for that of the figure: the report of one names the other's place too.
func (g *group) mayHold(s statement) bool {
	if g.reports[s.report] {
		return false // one report tells two places apart
	}
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if s.report.mentions(g.scope.where) || other.report.mentions(s.scope.where) || shared(s.report.spots, other.report.spots, 1) == 1 {
			return true
		}
	}
	return false
}

// mentions reports whether a report names the place somewhere.
func (r *reading) mentions(w where) bool {
	for name := range strings.FieldsSeq(w.head) {
		if r.names[name] {
			return true
		}
	}
	return false
}
