package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/atleast-desk/atleast"
)

// groupedBy are the paths of each group's members, sorted.
func groupedBy(entries []Entry) [][]string {
	var groups [][]string
	for _, g := range Groups(entries, nil) {
		var paths []string
		for _, m := range g.Members {
			paths = append(paths, m.Path)
		}
		slices.Sort(paths)
		groups = append(groups, paths)
	}
	return groups
}

// numbered is an entry whose digest is its number.
func numbered(i int, f *film) Entry {
	e := entryOf(fmt.Sprintf("%03d", i), f)
	e.Digest = atleast.Digest{byte(i), byte(i >> 8), 1}
	return e
}

func TestCopiesAreLaidOnOneOfThem(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	source := drawn(r, 150)
	const copies = 40
	entries := []Entry{numbered(0, source)}
	for i := range copies {
		entries = append(entries, numbered(i+1, source.part(r, 0, 15, 1)))
	}
	entries = append(entries, numbered(copies+1, source.part(r, 3, 9, 1)), numbered(copies+2, drawn(r, 150)))
	links, _ := provenFilms(nodesOf(entries))
	if want := 2 * copies; len(links) > want {
		t.Errorf("%d films took %d links; at most %d were to be laid", len(entries), len(links), want)
	}
	groups := groupedBy(entries)
	if len(groups) != 2 || len(groups[0]) != copies+2 {
		t.Errorf("groups of %v; want all but the last film in one", groups)
	}
	for _, g := range Groups(entries, nil)[:1] {
		for _, m := range g.Members[1:] {
			if m.To != g.Members[0].Path {
				t.Errorf("%s is said to come from %s, not from the reference %s", m.Path, m.To, g.Members[0].Path)
			}
		}
	}
}

// TestProposalsMissNothing lays every two of many films on each other and asks
// whether those that fit had been proposed.
func TestProposalsMissNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	var films []*film
	for range 6 {
		source := drawn(r, 120)
		source.notes = notesOf(melody(r, 12))
		mirrored := source.part(r, 2, 9, 1)
		for i := range mirrored.shots {
			s := &mirrored.shots[i]
			s.content[0], s.content[1] = s.content[1], s.content[0]
			s.whole = s.content
		}
		heard := &film{length: 12, notes: source.notes}
		films = append(films, source, mirrored, heard, source.part(r, 4, 10, 1.25), source.part(r, 0, 5, 1).backwards(), source.part(r, 5, 12, 0.5))
	}
	var nodes []node
	for i, f := range films {
		nodes = append(nodes, node{Entry: numbered(i, f)})
	}
	found := 0
	for i, f := range films {
		for j := range i {
			var known repertoire
			known.add(j, films[j])
			_, said := layFilms(nodes, i, j)
			if said != nothing {
				found++
			}
			if said != nothing && len(known.like(f)) == 0 {
				t.Errorf("films %d and %d fit and were not proposed", i, j)
			}
		}
	}
	if found < 6*8 {
		t.Errorf("only %d pairs fit", found)
	}
}

func TestSignsOfAPublisherJoinNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	sign := drawn(r, 30)
	first, second := drawn(r, 200), drawn(r, 150)
	a, b := numbered(1, sign.followedBy(first)), numbered(2, sign.followedBy(second))
	if got := groupedBy([]Entry{a, b}); len(got) != 2 {
		t.Errorf("two films behind one sign are joined: %v", got)
	}
	if got := groupedBy([]Entry{a, b, numbered(3, first)}); len(got) != 2 || !slices.Equal(got[0], []string{"001", "003"}) {
		t.Errorf("a film behind a sign is not joined with itself: %v", got)
	}
	if got := groupedBy([]Entry{a, numbered(4, sign.followedBy(first.part(r, 0, 2, 1)))}); len(got) != 1 {
		t.Errorf("the beginning of a film is not joined with it: %v", got)
	}
}

func TestPartsOfOneRecordingMakeNoCompilation(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 14))
	whole := drawn(r, 140)
	parts := []Entry{numbered(0, whole), numbered(1, whole.part(r, 0, 6, 1)), numbered(2, whole.part(r, 6, 14, 1))}
	if got := groupedBy(parts); len(got) != 1 {
		t.Errorf("a recording and its two halves are %v; want one group", got)
	}
	one, other := drawn(r, 60), drawn(r, 80)
	put := []Entry{numbered(0, one.followedBy(other)), numbered(1, one), numbered(2, other)}
	if got := groupedBy(put); len(got) != 3 {
		t.Errorf("two recordings put together are %v; want three groups", got)
	}
}
