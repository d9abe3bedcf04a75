package match

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// placeOf is where a member stands among the footages.
type placeOf struct {
	group  int
	member *atleast.Member
}

// placesOf finds the members by their paths.
func placesOf(footage []atleast.Footage) map[string]placeOf {
	at := map[string]placeOf{}
	for i := range footage {
		for j := range footage[i].Members {
			m := &footage[i].Members[j]
			at[m.Path] = placeOf{i, m}
		}
	}
	return at
}

// tellAlike notes the pictures that look like two photographs of one scene with
// the members of different footages. It joins nothing; people are asked.
func tellAlike(nodes []node, at map[string]placeOf, alike []pairOf) {
	for _, pair := range alike {
		a, b := at[nodes[pair.a].Path], at[nodes[pair.b].Path]
		if a.group == b.group {
			continue
		}
		a.member.SameScene = append(a.member.SameScene, b.member.Path)
		b.member.SameScene = append(b.member.SameScene, a.member.Path)
	}
	for _, p := range at {
		slices.Sort(p.member.SameScene)
	}
}
