package web

import (
	"time"

	"github.com/atleast-desk/atleast"
)

// What follows hands a shared part of a template more than one value.

// veiled is an item in the part "veil".
type veiled struct {
	Item   atleast.Item
	Shown  bool   // without the veil
	Notice string // what the case says on every picture
}

func newVeiled(item atleast.Item, shown bool, notice string) veiled {
	return veiled{item, shown, notice}
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
		if label == contains {
			label = "within, the other way round"
		}
		c.Options = append(c.Options, option{pairs[i], label, pairs[i+1]})
	}
	return c
}
