package publish

import "github.com/atleast-desk/atleast"

// weightsOf returns every sighting that carries weight anywhere in a
// certificate.
func weightsOf(c *atleast.Certificate) map[string]bool {
	carry := map[string]bool{}
	if c == nil {
		return carry
	}
	add := func(weights []atleast.Weight) {
		for _, w := range weights {
			carry[w.ID] = true
		}
	}
	add(c.Weights)
	for _, part := range c.Parts {
		add(part.Weights)
		for nodes := []*atleast.Node{part.Tree}; len(nodes) > 0; {
			node := nodes[len(nodes)-1]
			nodes = nodes[:len(nodes)-1]
			if node != nil {
				add(node.Weights)
				nodes = append(nodes, node.AtMost, node.AtLeast)
			}
		}
	}
	return carry
}

// addsUp reports whether a certificate is the simple kind, in which sightings
// that are all different from each other add up.
func addsUp(c *atleast.Certificate) bool {
	if c == nil || len(c.Parts) > 0 {
		return false
	}
	for _, w := range c.Weights {
		if w.Y != "1" || (w.Z != "" && w.Z != "0") {
			return false
		}
	}
	return true
}
