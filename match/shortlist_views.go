package match

import (
	"encoding/binary"
	"math/bits"

	"github.com/atleast-desk/atleast/match/pdq"
)

// code is a PDQ fingerprint in words, to be compared fast.
type code [4]uint64

func codeOf(h pdq.Hash) (c code) {
	for i := range c {
		c[i] = binary.LittleEndian.Uint64(h[8*i:])
	}
	return c
}

func (c *code) distance(o *code) int {
	return bits.OnesCount64(c[0]^o[0]) + bits.OnesCount64(c[1]^o[1]) + bits.OnesCount64(c[2]^o[2]) + bits.OnesCount64(c[3]^o[3])
}

// viewBlock is how many views are compared with all later ones before the next
// are: as many as a processor keeps at hand.
const viewBlock = 512

// viewPairs finds the pairs whose views suggest a way to lay one on the other, in
// no order and some more than once. It compares them all: no index is exact at
// candidateDistance and faster.
func viewPairs(sides []*side) (out []pairOf) {
	var upright []code // of every view
	var of []int       // the picture of each
	for i, s := range sides {
		if s == nil {
			continue
		}
		for k := range s.views {
			upright, of = append(upright, codeOf(s.views[k].hashes[0])), append(of, i)
		}
	}
	for at := 0; at < len(upright); at += viewBlock {
		end := min(at+viewBlock, len(upright))
		for b := of[at] + 1; b < len(sides); b++ {
			out = sides[b].near(out, upright[at:end], of[at:end], b)
		}
	}
	return out
}

// near appends the pairs of picture b, whose side this is, and an earlier one of
// which a view is near one of b's, however that is turned.
func (s *side) near(out []pairOf, upright []code, of []int, b int) []pairOf {
	if s == nil {
		return out
	}
	for k := range s.views {
		for _, h := range s.views[k].hashes {
			c := codeOf(h)
			for i := range upright {
				if upright[i].distance(&c) <= candidateDistance && of[i] < b {
					out = append(out, pairOf{of[i], b})
				}
			}
		}
	}
	return out
}
