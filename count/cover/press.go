package cover

// stepsToSqueeze is how long a world of a given size is looked for at the most;
// where there are few cells, as many steps for each suffice.
const (
	stepsToSqueeze = 20_000
	stepsPerCell   = 20
)

// mostPressed is the most nodes that are solved by themselves for lacking people,
// and mostAsked how often that may ask whether to stop.
const (
	mostPressed = 300
	mostAsked   = 20_000
)

// squeezed closes the gap of an answer from both sides: it looks for a world of
// as many people as the floor, and where that fails, the nodes that lack people
// show where the floor is too low. These and their neighbours are then solved by
// themselves.
func (l *layout) squeezed(out *Answer, among func([]int) *Problem, stop func() bool) {
	for size(out.World) > out.Floor && !stop() {
		world, lacking := l.squeeze(out.World, out.Floor, stop)
		if world != nil {
			out.offer(world)
		}
		nodes := l.around(lacking)
		if nodes == nil {
			return
		}
		a := among(nodes).solve(limited(stop, mostAsked))
		if a.Floor <= out.Floor {
			return
		}
		a.rename(nodes)
		out.Floor, out.Proofs = a.Floor, a.Proofs
	}
}

// squeeze looks for a world of fewer people than one at hand, from goal on
// upwards. Where goal people do not suffice it names the nodes that lacked some
// at the end of the search.
func (l *layout) squeeze(world []Share, goal int64, stop func() bool) (smaller []Share, lacking []int32) {
	for people := goal; people < size(world) && !stop(); people++ {
		p := l.partial(people)
		if p == nil {
			return nil, nil
		}
		p.start(world)
		if p.search(min(stepsToSqueeze, stepsPerCell*len(p.has)), stop) {
			return p.world(), lacking
		}
		if people == goal {
			lacking = p.short
		}
	}
	return nil, lacking
}

// around lists some nodes with their neighbours; nil where these are too many to
// be worth a look, or nearly all there are.
func (l *layout) around(some []int32) []int {
	in := NewSet(len(l.low))
	for _, v := range some {
		in.Add(int(v))
		for _, u := range l.apart[v] {
			in.Add(int(u))
		}
	}
	nodes := in.members()
	if len(nodes) == 0 || len(nodes) > min(mostPressed, len(l.low)*3/4) {
		return nil
	}
	return nodes
}

// limited stops also after having been asked so often: an effort that is the
// same on every machine.
func limited(stop func() bool, asks int) func() bool {
	return func() bool {
		asks--
		return asks < 0 || stop()
	}
}
