package web

import (
	"html/template"
	"net/url"
	"slices"

	"github.com/atleast-desk/atleast"
)

// countBody is what the page of the count shows.
type countBody struct {
	Read     read
	Addends  []addend
	MoreSum  int // addends that the page leaves out of its table
	Sum      template.HTML
	Plain    bool // the sightings simply add up
	Pairs    []apartLine
	Hidden   int64 // pairs that the page leaves out
	Map      template.HTML
	Clock    template.HTML
	Spots    []atleast.Sighting // the sightings that are drawn on map and clock
	RestsOn  []supportLine
	World    []worldLine
	Whom     template.HTML // the world drawn; empty where it holds too much
	Among    [][2]string   // sightings whose people may all be among those of another
	MoreSeen int           // shares that the page leaves out
	Switches []assumptionSwitch
	Together *int64 // the floor with every switch that is on, where there are several
	Several  bool
	Form     *form
}

// apartLine is a pair of different sightings with those who concluded it; nobody
// where place and time or kind decide it.
type apartLine struct {
	atleast.Apart
	By     []string
	Frames []atleast.Item // what the two were seen in, where both are kept
}

// framedPairs is how many pairs of the page are shown with their pictures.
const framedPairs = 12

// frame fills in the footage of the first pairs.
func (b *countBody) frame(item func(footage string) (atleast.Item, bool)) {
	footage := map[string]string{}
	for _, s := range b.Read.Evidence.Sightings {
		footage[s.ID] = s.Footage
	}
	for i := range b.Pairs[:min(len(b.Pairs), framedPairs)] {
		pair := &b.Pairs[i]
		first, ok := item(footage[pair.A])
		second, too := item(footage[pair.B])
		if ok && too {
			pair.Frames = []atleast.Item{first, second}
		}
	}
}

// supportLine is something the floor rests on, and what is left without it.
type supportLine struct {
	atleast.Support
	Drawn template.HTML
}

// worldLine is a share of the world. Its list of sightings ends after
// rowSightings; More is how many it leaves out.
type worldLine struct {
	atleast.Share
	More int
}

// rowSightings is how many sightings one row names.
const rowSightings = 12

// assumptionSwitch is one named assumption and the floor under it.
type assumptionSwitch struct {
	atleast.Assumption
	On    bool
	Floor *int64
	More  int64 // how much it adds
	Drawn template.HTML
}

// pageRows is how many rows of one list the page shows before it says how many
// more there are; the download has all.
const pageRows = 60

// firstRows returns as many rows as a page shows and how many it leaves out.
func firstRows[T any](rows []T) (shown []T, left int) {
	if len(rows) <= pageRows {
		return rows, 0
	}
	return rows[:pageRows], len(rows) - pageRows
}

// prove fills in the sightings that carry the floor and why they add.
func (b *countBody) prove() {
	certificate := b.Read.Tally.Certificate
	if certificate == nil || b.Read.Tally.Floor == nil {
		return
	}
	ids, plain := weighted(certificate)
	b.Plain = plain
	weights := map[string]string{}
	for _, w := range certificate.Weights {
		weights[w.ID] = w.Y
	}
	for _, id := range ids {
		low := b.Read.low(id)
		b.Addends = append(b.Addends, addend{ID: id, Low: low, Weight: weights[id], Share: float64(low) * fraction(weights[id])})
	}
	slices.SortStableFunc(b.Addends, func(x, y addend) int { return int(y.Low - x.Low) })
	if plain {
		b.Sum = forWindows(wideChart, func(width float64) template.HTML { return drawSum(b.Addends, *b.Read.Tally.Floor, width) })
	}
	b.Addends, b.MoreSum = firstRows(b.Addends)
	pairs, left := firstRows(certificate.Pairs)
	b.Hidden = int64(left) + certificate.Omitted
	for _, pair := range pairs {
		b.Pairs = append(b.Pairs, apartLine{Apart: pair, By: b.Read.by(pair)})
	}
}

// place draws where and when the sightings that carry the floor were seen.
func (b *countBody) place(c atleast.Case) {
	carries := map[string]bool{}
	for _, a := range b.Addends {
		carries[a.ID] = true
	}
	var spots []spot
	var stays []stay
	for _, s := range b.Read.Evidence.Sightings {
		if !carries[s.ID] || len(b.Spots) >= pageRows || (s.Place == nil && s.Time == nil) {
			continue
		}
		b.Spots = append(b.Spots, s)
		if s.Place != nil {
			spots = append(spots, spot{s.ID, *s.Place})
		}
		if s.Time != nil {
			stays = append(stays, stay{s.ID, *s.Time})
		}
	}
	if len(spots) > 0 {
		b.Map = forWindows(halfChart, func(width float64) template.HTML { return drawMap(spots, width) })
	}
	if len(stays) > 0 {
		b.Clock = forWindows(halfChart, func(width float64) template.HTML { return drawClock(stays, zoneOf(c), width) })
	}
}

// rest fills in what the floor rests on.
func (b *countBody) rest() {
	if b.Read.Tally.Floor == nil {
		return
	}
	supports, _ := firstRows(b.Read.Tally.RestsOn)
	for _, support := range supports {
		line := supportLine{Support: support}
		if support.FloorWithout != nil {
			line.Drawn = drawFall(*support.FloorWithout, *b.Read.Tally.Floor)
		}
		b.RestsOn = append(b.RestsOn, line)
	}
}

// world fills in a least world, the first rows of it.
func (b *countBody) world() {
	b.Whom = forWindows(wideChart, func(width float64) template.HTML { return drawWorld(b.Read.Tally.World, width) })
	b.Among = among(b.Read.Tally.World)
	b.Among = b.Among[:min(len(b.Among), rowSightings)]
	shares, left := firstRows(b.Read.Tally.World)
	b.MoreSeen = left
	for _, share := range shares {
		line := worldLine{Share: share}
		if n := len(share.SeenIn); n > rowSightings {
			line.SeenIn, line.More = share.SeenIn[:rowSightings], n-rowSightings
		}
		b.World = append(b.World, line)
	}
}

// assume fills in the switches; those named in the address are on.
func (b *countBody) assume(query url.Values) {
	floors := map[string]*int64{}
	for _, assumed := range b.Read.Tally.Assumed {
		floors[assumed.Name] = assumed.Floor
	}
	for _, assumption := range b.Read.Evidence.Assumptions {
		s := assumptionSwitch{Assumption: assumption, On: slices.Contains(query["assume"], assumption.Name), Floor: floors[assumption.Name]}
		if s.Floor != nil && b.Read.Tally.Floor != nil {
			s.More = *s.Floor - *b.Read.Tally.Floor
			s.Drawn = drawFall(*b.Read.Tally.Floor, *s.Floor)
		}
		b.Switches = append(b.Switches, s)
	}
}
