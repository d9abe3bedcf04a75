package web

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// figuresDesk says which numbers the reports of a case carry.
type figuresDesk interface {
	// Figures returns each number once, with everyone who carries it.
	Figures(ctx context.Context, caseID string) ([]corroborate.Figure, error)
}

// counting returns the figures that count what the case counts, as far as they
// say; measures, other things and other events (held, not captured) stand on
// the page of claims alone.
func counting(figures []corroborate.Figure, of corroborate.Scope) []corroborate.Figure {
	var same []corroborate.Figure
	for _, f := range figures {
		act := f.Scope.Event == of.Event || f.Scope.Event == "" || of.Event == ""
		if f.Scope.Comparable(of) || f.Scope.Unit == "" && f.Scope.Noun == of.Noun && act {
			same = append(same, f)
		}
	}
	return same
}

// columnOf is a figure as the floor chart draws it.
func columnOf(f corroborate.Figure) column {
	return column{Label: originNames(f), Text: f.Quantity.String(), Low: f.Quantity.Low, High: f.Quantity.High, Bound: f.Quantity.Bound}
}

// originNames names the origins of a figure, the first of them and how many more.
func originNames(f corroborate.Figure) string {
	if len(f.Origins) == 0 {
		return "nobody named"
	}
	name := f.Origins[0].Name
	if name == "" {
		name = "nobody named"
	}
	if more := len(f.Origins) - 1; more > 0 {
		return fmt.Sprintf("%s and %d more", name, more)
	}
	return name
}

// originsWords says how many independent origins stand behind a figure.
func originsWords(f corroborate.Figure) string {
	least := plural(f.AtLeast, "independent origin", "independent origins")
	if f.AtMost > f.AtLeast {
		return fmt.Sprintf("at least %s, at most %d", least, f.AtMost)
	}
	return least
}

// originKindWords says what sort of origin it is.
func originKindWords(k corroborate.OriginKind) string {
	switch k {
	case corroborate.Party:
		return "a party to the event"
	case corroborate.Official:
		return "an office, or its holder"
	case corroborate.Witness:
		return "a witness"
	case corroborate.Observer:
		return "an observer on no side"
	case corroborate.OutletOwn:
		return "an outlet"
	case corroborate.Footage:
		return "work on footage"
	case corroborate.Unknown:
		return "what they are to the event is not said"
	}
	return string(k)
}

// chainsOf are the chains of a figure as links to draw. Chains that end at one
// origin under several names end at one node.
func chainsOf(f corroborate.Figure) chains {
	drawn := chains{Unknown: map[string]bool{}}
	for _, carrier := range append(append([]corroborate.Carrier{}, f.Carriers...), f.Denials...) {
		names := chainNames(carrier, f.Origins)
		if len(names) == 1 {
			drawn.Alone = append(drawn.Alone, names[0])
		}
		for i := 1; i < len(names); i++ {
			drawn.Links = append(drawn.Links, link{names[i-1], names[i]})
		}
		last := names[len(names)-1]
		if o := originOf(carrier, f.Origins); o != nil && !o.Known {
			drawn.Unknown[last] = true
		}
	}
	return drawn
}

// chainNames lists who passed the figure on, the report first and the origin last.
func chainNames(c corroborate.Carrier, origins []corroborate.Origin) []string {
	names := []string{c.Name}
	for i, l := range c.Chain {
		name := l.Name
		if o := originOf(c, origins); i == len(c.Chain)-1 && o != nil && o.Name != "" {
			name = o.Name
		}
		if name != "" && name != names[len(names)-1] {
			names = append(names, name)
		}
	}
	return names
}

func originOf(c corroborate.Carrier, origins []corroborate.Origin) *corroborate.Origin {
	if c.Origin < 0 || c.Origin >= len(origins) {
		return nil
	}
	return &origins[c.Origin]
}

// datedOf returns the figures whose days are known, for the chart over time,
// marked A, B, C in the order given.
func datedOf(figures []corroborate.Figure, zone *time.Location) []dated {
	var known []dated
	for i, f := range figures {
		from, to := days(f, zone)
		if from.IsZero() {
			continue
		}
		known = append(known, dated{Mark: mark(i), From: from, To: to, Quantity: f.Quantity})
	}
	return known
}

// days are the days that a figure is about, or else the day on which it was
// published, to the end of the last.
func days(f corroborate.Figure, zone *time.Location) (from, to time.Time) {
	first, last := f.Scope.From, f.Scope.To
	if last == "" && len(f.Carriers) > 0 {
		last = f.Carriers[0].Published
	}
	if first == "" {
		first = last
	}
	if last == "" {
		last = first
	}
	from, err := time.ParseInLocation(time.DateOnly, first, zone)
	if err != nil {
		return time.Time{}, time.Time{}
	}
	to, err = time.ParseInLocation(time.DateOnly, last, zone)
	if err != nil || to.Before(from) {
		to = from
	}
	return from, to.AddDate(0, 0, 1)
}

// aboutDays says which days a figure is about, or else when it was published.
func aboutDays(f corroborate.Figure) string {
	switch {
	case f.Scope.From != "" && f.Scope.From == f.Scope.To:
		return f.Scope.From
	case f.Scope.From != "" && f.Scope.To != "":
		return f.Scope.From + " to " + f.Scope.To
	case f.Scope.From != "":
		return "since " + f.Scope.From
	case f.Scope.To != "":
		return "until " + f.Scope.To
	case len(f.Carriers) > 0 && f.Carriers[0].Published != "":
		return "published " + f.Carriers[0].Published
	}
	return ""
}

// mark is the letter of the i-th row: A to Z, then AA.
func mark(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return mark(i/26-1) + mark(i%26)
}

// quantityWords is the quantity with what is counted, once.
func quantityWords(q atleast.Quantity) string {
	words := quantityText(q)
	if q.What == "" || strings.Contains(strings.ToLower(words), strings.ToLower(q.What)) {
		return words
	}
	if q.Bound == atleast.Vague {
		return words + " of " + q.What
	}
	return words + " " + q.What
}

var longNumber = regexp.MustCompile(`\d{4,}`)

// quantityText is the quantity as it prints itself, its thousands apart.
func quantityText(q atleast.Quantity) string {
	return longNumber.ReplaceAllStringFunc(q.String(), func(digits string) string {
		n, err := strconv.ParseInt(digits, 10, 64)
		if err != nil {
			return digits
		}
		return grouped(n)
	})
}

// leastClaimed is the least number that the quantity claims, zero where none.
func leastClaimed(q atleast.Quantity) int64 {
	if q.Low == nil || *q.Low > math.MaxInt64/2 {
		return 0
	}
	return int64(math.Ceil(*q.Low))
}
