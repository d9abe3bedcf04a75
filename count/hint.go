package count

import "github.com/atleast-desk/atleast/count/cover"

// hintFor is the known world in the groups of another board.
func (s *Session) hintFor(b *board) []cover.Share {
	hint := make([]cover.Share, 0, len(s.found.world))
	last := make([]int, len(b.groups)) // the share, counted from 1, that last named the group
	for n, share := range s.found.world {
		part := cover.Share{People: share.People}
		for _, g := range share.In {
			for _, i := range s.board.groups[g].members {
				if h := s.board.counterpart(i, b); h >= 0 && last[h] != n+1 {
					last[h] = n + 1
					part.In = append(part.In, int(h))
				}
			}
		}
		hint = append(hint, part)
	}
	return hint
}

// counterpart is the group of another board that a sighting is in, or -1.
// Evidence only ever grows at its end, so sightings keep their numbers in it.
func (b *board) counterpart(i int32, other *board) int32 {
	if b.ev != other.ev {
		at, ok := other.named[b.sight(i).ID]
		if !ok {
			return -1
		}
		i = at
	}
	return other.group[i]
}
