package corroborate

import "fmt"

// differ says why two origins are surely two, or nothing where they may be one.
// An unknown origin may be anyone of its description, so it differs only from
// what its description excludes.
func differ(a, b Origin) string { return differKeyed(a, b, nameKey(a.Name), nameKey(b.Name)) }

// differKeyed is differ for origins whose names are folded already: of many
// origins each is compared with all others.
func differKeyed(a, b Origin, keyA, keyB string) string {
	if order(a.Kind) > order(b.Kind) {
		a, b, keyA, keyB = b, a, keyB, keyA
	}
	switch {
	case a.Kind == Unknown || b.Kind == Unknown:
		return ""
	case a.Known && b.Known && samePerson(keyA, keyB):
		return "" // two reports describe one person in two ways
	case a.Kind == OutletOwn && a.Grounds == "" || b.Kind == OutletOwn && b.Grounds == "":
		return "" // an outlet that does not say how it knows may repeat the other
	case a.Kind == b.Kind:
		return differAlike(a, b)
	case a.Kind == Party && b.Kind == Official:
		return differBySide(a, b)
	case b.Kind == Observer && !b.Known:
		return "" // "experts" may be quoting the other
	case a.Kind == OutletOwn && b.Kind == Footage:
		return "" // one outlet's two ways of working, or pictures of what its people saw
	default:
		return fmt.Sprintf("%s is %s, %s is %s", a.Name, a.describe(), b.Name, b.describe())
	}
}

// order puts the kinds in the order in which differ looks at a pair.
func order(k OriginKind) int {
	for i, kind := range []OriginKind{Unknown, Party, Official, Witness, OutletOwn, Footage, Observer} {
		if k == kind {
			return i
		}
	}
	return 0
}

func differAlike(a, b Origin) string {
	switch {
	case a.Kind == Party || a.Kind == Official:
		return differBySide(a, b)
	case a.Kind == Footage || a.Kind == OutletOwn:
		return "" // two outlets may have worked on the same pictures
	case a.Known && b.Known:
		return fmt.Sprintf("%s and %s are two people or bodies, each %s", a.Name, b.Name, a.describe())
	}
	return ""
}

// differBySide tells apart two who speak for different sides; two offices of
// one side speak with one voice.
func differBySide(a, b Origin) string {
	if a.Side == "" || b.Side == "" || a.Side == b.Side || !a.Known || !b.Known {
		return ""
	}
	return fmt.Sprintf("%s speaks for one side, %s for another", a.Name, b.Name)
}

// describe says in words what an origin is.
func (o Origin) describe() string {
	switch o.Kind {
	case Party:
		return "a party to it"
	case Official:
		return "an official source"
	case Witness:
		return "a witness"
	case Observer:
		return "an observer who is no side of it"
	case OutletOwn:
		return "an outlet's own reporting"
	case Footage:
		return "own work on footage"
	default:
		return "not known"
	}
}
