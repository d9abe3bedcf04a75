package count

import "github.com/atleast-desk/atleast"

// Options say what counts, and when to give up.
type Options struct {
	Unverified   bool        // sightings of unverified footage count too
	SingleReview bool        // a "different" by one reviewer counts too
	Stop         func() bool // true: give up, and print what is proven; nil: never
	Brief        bool        // leave out what the floor rests on
}

func (o Options) stop() bool { return o.Stop != nil && o.Stop() }

// Count computes the tally of the evidence. Its error is what Validate says of
// the evidence; evidence that contradicts itself is no error but a tally with
// contradictions and no floor. The same evidence in another order has the same
// floor and ceiling, and the same evidence twice the same tally.
func Count(ev atleast.Evidence, o Options) (atleast.Tally, error) {
	s, err := Open(ev, o)
	if err != nil {
		return atleast.Tally{}, err
	}
	return s.Tally(), nil
}
