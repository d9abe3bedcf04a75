package web

import (
	"html/template"
	"time"

	"github.com/atleast-desk/atleast"
)

// What follows hands a shared part of a template more than one value.

// veiled is an item in the part "veil".
type veiled struct {
	Item   atleast.Item
	Shown  bool   // without the veil
	Notice string // what the case says on every picture
	Over   template.HTML
}

func newVeiled(item atleast.Item, shown bool, notice string) veiled {
	return veiled{Item: item, Shown: shown, Notice: notice}
}

// newVeiledOver is a veiled item with a drawing over it.
func newVeiledOver(item atleast.Item, notice string, over template.HTML) veiled {
	return veiled{Item: item, Notice: notice, Over: over}
}

// placeTime is a sighting in the part "place-time".
type placeTime struct {
	S    atleast.Sighting
	Zone *time.Location
}

// choice is a set of judgements to choose from in the part "choices".
type choice struct {
	Form    *form
	Legend  string
	Options []option
}

type option struct{ Value, Label, Text string }

// newChoice takes a judgement and what it means, in turn.
func newChoice(f *form, legend string, pairs ...string) choice {
	c := choice{Form: f, Legend: legend}
	for i := 0; i+1 < len(pairs); i += 2 {
		label := pairs[i]
		if other, named := choiceLabels[label]; named {
			label = other
		}
		c.Options = append(c.Options, option{pairs[i], label, pairs[i+1]})
	}
	return c
}

// choiceLabels name choices that are recorded under another name.
var choiceLabels = map[string]string{contains: "within, the other way round", readInstead: "wrong, and this is what it says", string(atleast.Wrong): "wrong, leave it out"}

// findBox is the field for words in the part "find-box".
type findBox struct{ Case, Words string }

func newFindBox(caseID, words string) findBox { return findBox{caseID, words} }
