package web

import (
	"fmt"
	"math"
	"strings"

	"github.com/atleast-desk/atleast"
)

// madeWords says, behind the name of an item, how it comes from the other: shows
// all of street.png, mirrored.
func madeWords(m atleast.Member, this, to atleast.Item) string {
	switch m.Relation {
	case atleast.Reference:
		return "is the fullest or earliest known"
	case atleast.SameBytes:
		return "has the same bytes as " + to.Name
	case atleast.JudgedSame:
		return "shows the same recording as " + to.Name
	case atleast.Compilation:
		return "quotes " + to.Name + " among other recordings"
	}
	return strings.Join(append([]string{shownOf(m, this, to)}, changesOf(m)...), ", ")
}

// shownOf says which part of the other the item shows.
func shownOf(m atleast.Member, this, to atleast.Item) string {
	switch {
	case wholeLength(m.Parts, this, to):
		return "is the whole of " + to.Name
	case len(m.Parts) > 0:
		return "shows " + plural(len(m.Parts), "part", "parts") + " of " + to.Name
	case cropped(m.Transform):
		return "shows " + cropWords(m.Transform.Crop) + " of " + to.Name
	}
	return "shows all of " + to.Name
}

// cropWords says where a part lies within a picture.
func cropWords(c [4]float64) string {
	return fmt.Sprintf("%.0f to %.0f %% of the width and %.0f to %.0f %% of the height", 100*c[0], 100*c[2], 100*c[1], 100*c[3])
}

// changesOf says what was done with what it shows.
func changesOf(m atleast.Member) []string {
	var words []string
	if len(m.Parts) > 0 && cropped(m.Transform) {
		words = append(words, cropWords(m.Transform.Crop)+" of its picture")
	}
	if m.Transform.Mirror {
		words = append(words, "mirrored")
	}
	if m.Transform.Rotate != 0 {
		words = append(words, fmt.Sprintf("turned by %d°", m.Transform.Rotate))
	}
	if change := relationChanges[m.Relation]; change != "" {
		words = append(words, change)
	}
	return words
}

var relationChanges = map[atleast.Relation]string{
	atleast.Reencoded: "re-encoded",
	atleast.Resized:   "at another size",
	atleast.Bordered:  "with something put around it",
	atleast.Overlaid:  "with something laid upon it",
}

const (
	wholePart = 0.95 // of either length, from which a part is all of it
	samePace  = 0.01 // by which the speed may differ from playing as it was
)

// wholeLength reports whether the parts are one that runs from the beginning to
// the end of both films or sounds, as fast as it was.
func wholeLength(parts []atleast.Passage, this, to atleast.Item) bool {
	if this.Length <= 0 || to.Length <= 0 || len(parts) != 1 || math.Abs(parts[0].Speed-1) > samePace {
		return false
	}
	length := parts[0].ToS - parts[0].FromS
	return length >= wholePart*this.Length && length >= wholePart*to.Length
}
