package match

import (
	"slices"

	"github.com/atleast-desk/atleast/match/index"
)

const (
	// proposeDistance is how near, in bits, a frame of one film must be to one of
	// another for the two to be compared. A passage is believed from a mean of 42, so
	// that some of its frames are nearer than that.
	proposeDistance = 38
	// askEveryS is how many seconds lie between the frames that are looked up. The
	// shortest passage has three of them.
	askEveryS = 0.25
	// unmoved is how many bits a frame may differ from the one before that stands for it.
	unmoved = 4
)

// repertoire is the films that others may be a part of, and what of them is known
// again. The zero value is empty and ready.
type repertoire struct {
	frames index.Index
	shows  []int // of each code in frames, which film: by its place in films
	films  []int // nodes, in the order they were added
	sounds sounds
}

// add takes in the film of a node.
func (r *repertoire) add(node int, f *film) {
	place := len(r.films)
	r.films = append(r.films, node)
	for _, seen := range f.looks() {
		for _, s := range seen.telling(0) {
			for _, code := range s.codes(0) {
				r.frames.Add(uint32(len(r.shows)), code)
				r.shows = append(r.shows, place)
			}
		}
	}
	r.sounds.add(f)
}

// looks are the film and what is shown within it.
func (f *film) looks() []*film {
	if f.inset == nil {
		return []*film{f}
	}
	return []*film{f, f.inset}
}

// like are the nodes whose films have a frame or some notes in common with the
// film, in the order they were added. It never misses one that only sounds alike.
func (r *repertoire) like(f *film) []int {
	places := map[int]bool{}
	for _, seen := range f.looks() {
		for _, s := range seen.telling(askEveryS) {
			r.showing(s, places)
		}
	}
	r.sounds.like(f, places)
	var nodes []int
	for place, node := range r.films {
		if places[place] {
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// showing notes the places of the films that show the frame, or its mirror image.
func (r *repertoire) showing(s *shot, places map[int]bool) {
	for mirrored := range 2 {
		for _, code := range s.codes(mirrored) {
			for _, hit := range r.frames.Search(code, proposeDistance) {
				places[r.shows[hit.ID]] = true
			}
		}
	}
}

// telling are the frames that say something, one in so many seconds, without
// those that are the same as the one before.
func (f *film) telling(everyS float64) []*shot {
	var told []*shot
	for i := range f.shots {
		s := &f.shots[i]
		if s.quality < usableQuality {
			continue
		}
		if n := len(told); n > 0 && (s.at-told[n-1].at < everyS || s.stays(told[n-1])) {
			continue
		}
		told = append(told, s)
	}
	return told
}

// stays reports whether the frame looks as another did.
func (s *shot) stays(other *shot) bool {
	return s.content[0].Distance(other.content[0]) <= unmoved && s.whole[0].Distance(other.whole[0]) <= unmoved
}

// codes are what the frame is known by, as it is or mirrored.
func (s *shot) codes(mirrored int) []index.Code {
	all := []index.Code{index.Code(s.content[mirrored]), index.Code(s.whole[mirrored])}
	return slices.Compact(all)
}
