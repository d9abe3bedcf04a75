package cover

import "slices"

// overlay is a world of two parts that do not touch each other: the people of
// the smaller may be among those of the larger, so they are.
func overlay(a, b []Share) []Share {
	var world []Share
	for len(a) > 0 && len(b) > 0 {
		n := min(a[0].People, b[0].People)
		world = append(world, Share{n, append(slices.Clone(a[0].In), b[0].In...)})
		a, b = spend(a, n), spend(b, n)
	}
	world = append(world, a...)
	return append(world, b...)
}

// spend takes n people off the first share.
func spend(world []Share, n int64) []Share {
	if world[0].People == n {
		return world[1:]
	}
	world = slices.Clone(world)
	world[0].People -= n
	return world
}

// Overlay is a world of parts that do not touch each other.
func Overlay(worlds [][]Share) []Share {
	switch len(worlds) {
	case 0:
		return nil
	case 1:
		return worlds[0]
	}
	half := len(worlds) / 2
	return overlay(Overlay(worlds[:half]), Overlay(worlds[half:]))
}
