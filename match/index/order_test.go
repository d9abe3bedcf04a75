package index

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestCopiesStandTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	const lone, copies = 2000, 100
	var founder = randomCode(r)
	var codes []byte
	for i := range lone + copies {
		c := randomCode(r)
		if i%(lone/copies+1) == 0 { // scattered among the others
			c = flipped(r, founder, 4)
		}
		codes = append(codes, c[:]...)
	}
	order := alikeTogether(codes, lone+copies)
	neighbours := 0
	for at := 1; at < len(order); at++ {
		if order[at]%(lone/copies+1) == 0 && order[at-1]%(lone/copies+1) == 0 {
			neighbours++
		}
	}
	if neighbours < copies/2 {
		t.Errorf("of %d copies only %d follow another", copies, neighbours)
	}
}

func TestByKeySorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.Uint32Max(20)).Draw(t, "keys")
		order := byKey(keys, 21)
		want := make([]uint32, len(keys))
		for i := range want {
			want[i] = uint32(i)
		}
		slices.SortStableFunc(want, func(a, b uint32) int { return int(keys[a]) - int(keys[b]) })
		if !slices.Equal(order, want) {
			t.Fatalf("keys %v are ordered %v", keys, order)
		}
	})
}
