package match

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// sounding gives a film the sound.
func (f *film) sounding(samples []int16) *film {
	f.notes = notesOf(samples)
	return f
}

func TestSoundJoinsOnlyWhatIsNotSeen(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	song := melody(r, 30)
	black := drawn(r, 100)
	for i := range black.shots {
		black.shots[i].quality = 0
	}
	one, two := drawn(r, 300).sounding(song), drawn(r, 200).sounding(song[:20*soundRate])
	alone := &film{length: 10}
	for name, c := range map[string]struct {
		entries []Entry
		want    []string
	}{
		"two films": {[]Entry{entryOf("one", one), entryOf("two!", two)},
			[]string{"one (sounds like two!)", "two! (sounds like one)"}},
		"a film without its pictures": {[]Entry{entryOf("one", one), entryOf("black", black.sounding(song[5*soundRate:15*soundRate]))},
			[]string{"one black"}},
		"a film and its sound": {[]Entry{entryOf("one", one), entryOf("alone", alone.sounding(song[5*soundRate:15*soundRate]))},
			[]string{"one alone"}},
		"a song under two films": {[]Entry{entryOf("one", one), entryOf("two!", two), entryOf("alone", alone.sounding(song[5*soundRate:15*soundRate]))},
			[]string{"alone (sounds like one two!)", "one (sounds like alone two!)", "two! (sounds like alone one)"}},
	} {
		var got []string
		for _, g := range Groups(c.entries, nil) {
			got = append(got, lineOf(g))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// lineOf names the members of a footage, and what sounds like them.
func lineOf(g atleast.Footage) string {
	var words []string
	for _, m := range g.Members {
		words = append(words, m.Path)
		if len(m.SameSound) > 0 {
			words = append(words, "(sounds like")
			for _, s := range m.SameSound {
				words = append(words, s.With)
			}
			words[len(words)-1] += ")"
		}
	}
	return strings.Join(words, " ")
}
