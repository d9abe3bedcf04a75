package corroborate

import (
	"cmp"
	_ "embed" // the table of scenes
	"strings"
	"sync"
)

//go:embed scenes.txt
var scenesTable string

// sceneWords are the words by which reports tell where something was and what
// befell those counted, apart from any name.
type sceneWords struct {
	of     map[string]string // whole words, singular: the scene they belong to
	starts map[string]string // how all forms of a Slavic word begin: likewise
	sites  map[string]bool   // the scenes that say where it was
}

var scenes = sync.OnceValue(func() sceneWords {
	all := sceneWords{of: map[string]string{}, starts: map[string]string{}, sites: map[string]bool{}}
	for line := range strings.Lines(scenesTable) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		sort, scene, two := strings.Cut(head, " ")
		if !ok || !two || strings.HasPrefix(line, "#") {
			continue
		}
		all.sites[scene] = sort == "site"
		for word := range strings.FieldsSeq(list) {
			word = fold(word)
			table := all.of
			if whole, exact := strings.CutSuffix(word, "."); exact {
				word = whole
			} else if cyrillic(word) {
				table = all.starts
			}
			if table[word] == "" {
				table[word] = scene
			}
		}
	}
	return all
})

// scenesOf returns the scenes that a text tells of.
func scenesOf(text string) map[string]bool {
	found := map[string]bool{}
	looked := map[string]bool{}
	for _, w := range tokens(text) {
		if looked[w] {
			continue
		}
		looked[w] = true
		if scene := scenes().scene(w); scene != "" {
			found[scene] = true
		}
	}
	return found
}

// scene returns the scene that a folded word tells of: as it is, in the singular,
// or, of a word in Cyrillic letters, by its longest known start.
func (t sceneWords) scene(w string) string {
	if found := cmp.Or(t.of[w], t.of[singular(w)]); found != "" || !cyrillic(w) {
		return found
	}
	for end := len(w); end > 0; end-- {
		if found := t.starts[w[:end]]; found != "" {
			return found
		}
	}
	return ""
}

// How many scenes two reports share before one number in both is taken for one
// event's, and from which number on.
const (
	sharedScenes = 2
	scenicNumber = 7
)

// oneScenery reports whether a report tells of the figure's event by what it was
// like, where it says nothing of its place or names another: as many miners as
// died in a mine that week, or as many passengers of a bus in a ravine.
func (g *group) oneScenery(s statement) bool {
	if number(*s.claim.Quantity) < scenicNumber || g.apartBy(s) > weekDays || g.elsewhere(s) || g.otherScenery(s) {
		return false
	}
	rare := uncommon(s.scope.Noun) && s.scope.Noun == g.scope.Noun
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		sites, all := sharedScenery(s.report.scenes, other.report.scenes)
		if rare {
			sites, all = sites+1, all+1
		}
		if sites > 0 && (all >= sharedScenes || g.namesNoPlace(s)) {
			return true
		}
	}
	return false
}

// namesNoPlace reports whether the statement's report gives no place, and counts
// several to whom the same was done.
func (g *group) namesNoPlace(s statement) bool {
	return len(s.report.spots) == 0 && number(*s.claim.Quantity) >= severalDead && s.scope.classed() && s.scope.Event == g.scope.Event
}

// otherScenery reports whether the statement's report says where it was, every one
// of the figure's that does says so too, and they have nothing in common.
func (g *group) otherScenery(s statement) bool {
	told := false
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if _, all := sharedScenery(s.report.scenes, other.report.scenes); all > 0 {
			return false
		}
		told = told || hasSite(other.report.scenes)
	}
	return told && hasSite(s.report.scenes)
}

func hasSite(found map[string]bool) bool {
	for scene := range found {
		if scenes().sites[scene] {
			return true
		}
	}
	return false
}

// sharedScenery counts the scenes that two reports share, and the sites among
// them.
func sharedScenery(a, b map[string]bool) (sites, all int) {
	for scene := range a {
		if b[scene] {
			all++
			if scenes().sites[scene] {
				sites++
			}
		}
	}
	return sites, all
}
