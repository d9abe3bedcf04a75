package corroborate

// Backing is who stands behind several figures together.
type Backing struct {
	Origins   []Origin   `json:"origins"`
	Apart     []Apart    `json:"apart,omitempty"`
	ApartSets []ApartSet `json:"apart_sets,omitempty"` // the same where the pairs are many
	AtLeast   int        `json:"at_least"`
	AtMost    int        `json:"at_most"`
}

// Behind counts the independent origins behind several figures taken together:
// an origin that stands behind two of them counts once.
func Behind(figures ...Figure) Backing {
	var b Backing
	for _, f := range figures {
		for _, o := range f.Origins {
			if !b.holds(o) {
				b.Origins = append(b.Origins, o)
			}
		}
	}
	f := Figure{Origins: b.Origins}
	f.count(nil)
	b.Apart, b.ApartSets, b.AtLeast, b.AtMost = f.Apart, f.ApartSets, f.AtLeast, f.AtMost
	return b
}

func (b Backing) holds(o Origin) bool {
	for _, other := range b.Origins {
		if other.same(o) {
			return true
		}
	}
	return false
}

// same reports whether two origins of different figures are surely one.
func (o Origin) same(p Origin) bool {
	switch {
	case !o.Known || !p.Known || o.Kind != p.Kind:
		return false
	case o.Kind == Party:
		return o.Side == p.Side
	case o.Kind == OutletOwn || o.Kind == Footage:
		return outletKey(o.Name) == outletKey(p.Name)
	default:
		return samePerson(nameKey(o.Name), nameKey(p.Name))
	}
}
