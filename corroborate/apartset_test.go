package corroborate

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func drawOrigins(t *rapid.T) []Origin {
	var all []Origin
	for range rapid.IntRange(pairedMax+1, 70).Draw(t, "origins") {
		o := Origin{
			Name:  rapid.SampledFrom([]string{"Ada Brunn", "Brunn", "Ilya Marek", "Lea Marek", "Lea Voss", "Tom Orr", "Orr", "a spokesman", "a nurse", "a doctor", "a baker", "a resident", "residents"}).Draw(t, "name"),
			Kind:  rapid.SampledFrom([]OriginKind{Party, Official, Witness, Observer, OutletOwn, Footage, Unknown}).Draw(t, "kind"),
			Known: rapid.Bool().Draw(t, "known"),
			Role:  rapid.SampledFrom([]string{"", "nurse", "doctor", "baker", "resident", "spokesman"}).Draw(t, "role"),
			Side:  rapid.SampledFrom([]string{"", "kenya", "somalia"}).Draw(t, "side"),
		}
		if rapid.Bool().Draw(t, "grounds") {
			o.Grounds = "footage it verified"
		}
		all = append(all, o)
	}
	return all
}

// The sets say of every pair what the pairs, listed one by one, would say.
func TestSetsSayWhatPairsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := differencesOf(drawOrigins(t))
		f := Figure{Origins: d.origins, ApartSets: d.sets()}
		for a := range d.origins {
			for b := a + 1; b < len(d.origins); b++ {
				if said := f.Differ(a, b) != ""; said != d.apart(a, b) {
					t.Fatalf("%+v and %+v: apart by the sets %v, by themselves %v", d.origins[a], d.origins[b], said, d.apart(a, b))
				}
			}
		}
	})
}

// A thousand witnesses are told apart in little more than a line each.
func TestManyWitnesses(t *testing.T) {
	var f Figure
	for i := range 1000 {
		f.Origins = append(f.Origins, Origin{Name: fmt.Sprintf("Ada B%dunn", i), Kind: Witness, Known: true})
	}
	f.count(nil)
	said, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if f.AtLeast != 1000 || f.AtMost != 1000 || len(f.Apart) != 0 {
		t.Errorf("at least %d, at most %d, %d pairs; want 1,000, 1,000 and none", f.AtLeast, f.AtMost, len(f.Apart))
	}
	if per := len(said) / 1000; per > 100 {
		t.Errorf("%d bytes an origin, want at most 100", per)
	}
}
