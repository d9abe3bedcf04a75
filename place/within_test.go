package place_test

import (
	"testing"

	"github.com/atleast-desk/atleast/place"
)

func TestLies(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want place.Relation
	}{
		{"Sudzha", "Kursk oblast", place.Inside}, {"Суджі", "Курській області", place.Inside}, {"Судже", "Курской области", place.Inside},
		{"Курщині", "Kursk region", place.Same}, {"Russia", "Sudzha", place.Around}, {"Sudzha", "Росії", place.Inside},
		{"Kursk region", "Russia", place.Inside}, {"Kursk region", "Belgorod region", place.Apart}, {"Sudzha", "Belgorod region", place.Apart},
		{"Bakhmut", "Donbas", place.Inside}, {"Донецькій області", "Donbass", place.Inside}, {"Bakhmut", "Kharkiv region", place.Apart},
		{"Sumy", "Russia", place.Apart}, {"Sudzha", "Kursk", place.Unclear}, {"Moscow", "Kursk region", place.Apart}, {"Lyon", "France", place.Inside},
		{"Lyon", "Germany", place.Unclear}, {"Lyon", "Paris", place.Unclear}, {"Ukraine", "Russia", place.Apart}, {"Donbas", "Donetsk region", place.Around},
	} {
		a, okA := place.Lookup(tc.a)
		b, okB := place.Lookup(tc.b)
		if !okA || !okB {
			t.Errorf("%s %v, %s %v: not in the gazetteer", tc.a, okA, tc.b, okB)
		} else if got := a.Lies(b); got != tc.want {
			t.Errorf("%s lies %d to %s, want %d (%+v, %+v)", tc.a, got, tc.b, tc.want, a, b)
		}
	}
}
