package place

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // the cities
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/cities.tsv.gz
var cityData []byte

// Site is a place that the gazetteer knows. A country or region has no point:
// any one would claim more than its name says.
type Site struct {
	Name     string
	Lat, Lon float64 // degrees
	Point    bool    // whether Lat and Lon are set
	Country  string  // of a city, in English
	Region   string  // of a city in Ukraine or in a Russian region that borders on it
}

// Lookup finds a place by a name in English, Ukrainian or Russian, in the forms
// of their cases, or in Latin letters; capitals and accents as printed do not matter.
// Of places of one name it returns the most populous.
func Lookup(name string) (Site, bool) {
	all := sites()
	for _, form := range forms(normal(name)) {
		if s, ok := all[form]; ok {
			return s, true
		}
	}
	return Site{}, false
}

// sites is every name the gazetteer knows, unpacked on first use.
var sites = sync.OnceValue(func() map[string]Site {
	all := map[string]Site{}
	for _, name := range strings.Split(countries+"|"+regions, "|") {
		for _, form := range strings.Split(name, "=") {
			all[normal(form)] = Site{Name: strings.Split(name, "=")[0]}
		}
	}
	packed, err := gzip.NewReader(bytes.NewReader(cityData))
	if err != nil {
		panic(fmt.Sprintf("the embedded gazetteer is broken: %v", err))
	}
	lines := bufio.NewScanner(packed)
	for lines.Scan() { // the most populous first
		addCity(all, strings.Split(lines.Text(), "\t"))
	}
	return all
})

func addCity(all map[string]Site, fields []string) {
	names := strings.Split(fields[0], "|")
	lat, errLat := strconv.ParseFloat(fields[1], 64)
	lon, errLon := strconv.ParseFloat(fields[2], 64)
	if errLat != nil || errLon != nil {
		panic("the embedded gazetteer has a city without position: " + fields[0])
	}
	site := Site{Name: names[0], Lat: lat, Lon: lon, Point: true, Country: fields[3], Region: fields[4]}
	for _, n := range names {
		if _, taken := all[normal(n)]; !taken {
			all[normal(n)] = site
		}
	}
}

// oneForm brings the marks that are written in several ways to one.
var oneForm = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'", "ё", "е", "‑", "-")

// normal brings apostrophes, hyphens and case to one form.
func normal(s string) string { return oneForm.Replace(strings.ToLower(strings.TrimSpace(s))) }

// endings are what the cases of Ukrainian and Russian put at the end of a name,
// with what stands there in the nominative.
var endings = []struct{ oblique, nominative string }{
	{"ському", "ськ"}, {"ського", "ськ"}, {"ськом", "ськ"}, {"ську", "ськ"}, {"ська", "ськ"},
	{"ку", "к"}, {"ке", "к"}, {"ка", "к"}, {"ком", "к"}, {"ове", "ов"}, {"ова", "ов"}, {"кові", "ків"}, {"кова", "ків"}, {"єва", "їв"}, {"єві", "їв"}, {"єві", "єв"},
	{"ії", "ія"}, {"ію", "ія"}, {"ією", "ія"}, {"ии", "ия"}, {"ию", "ия"}, {"ией", "ия"}, {"і", "а"}, {"у", "а"}, {"и", "а"}, {"ою", "а"}, {"ы", "а"}, {"е", "а"}, {"ой", "а"}, {"ей", "а"}, {"ею", "а"}, {"єю", "я"}, {"ей", "я"},
	{"жі", "га"}, {"зі", "га"}, {"ці", "ка"}, {"і", ""}, {"у", ""}, {"а", ""}, {"е", ""}, {"ом", ""}, {"ем", ""}, {"ем", "ь"}, {"ю", "ь"}, {"я", "ь"}, {"і", "ь"}, {"и", "ь"}, {"ей", "ь"}, {"ого", "е"}, {"ому", "е"}, {"ом", "е"}, {"им", "е"},
}

// forms lists what a name may be in the nominative.
func forms(name string) []string {
	out := []string{name, strings.TrimPrefix(name, "the ")}
	if name == "" || name[0] < 0xd0 {
		return out
	}
	out = append(out, regionForms(name)...)
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(name, e.oblique); ok && len(stem) >= 6 {
			out = append(out, stem+e.nominative)
		}
	}
	return out
}

// regionForms returns the nominative of a region's name in another case: "Курська
// область" of "Курській області".
func regionForms(name string) []string {
	adjective, kind, ok := strings.Cut(name, " ")
	if !ok || !strings.HasPrefix(kind, "област") {
		return nil
	}
	for _, e := range []struct{ stem, nominative string }{{"ськ", "ська область"}, {"ск", "ская область"}, {"цьк", "цька область"}, {"цк", "цкая область"}} {
		if at := strings.LastIndex(adjective, e.stem); at > 0 {
			return []string{adjective[:at] + e.nominative}
		}
	}
	return nil
}
