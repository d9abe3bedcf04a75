package index

import (
	"cmp"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func randomCode(r *rand.Rand) (c Code) {
	for i := range c {
		c[i] = byte(r.Uint32())
	}
	return c
}

// flipped is the code with n different bits turned over.
func flipped(r *rand.Rand, c Code, n int) Code {
	for _, bit := range r.Perm(256)[:n] {
		c[bit/8] ^= 1 << (bit % 8)
	}
	return c
}

func distance(a, b Code) (d int) {
	for i := range a {
		d += bits.OnesCount8(a[i] ^ b[i])
	}
	return d
}

// brute is the answer that Search must give.
func brute(codes []Code, q Code, radius int) (hits []Hit) {
	for id, c := range codes {
		if d := distance(c, q); d <= radius {
			hits = append(hits, Hit{uint32(id), d})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.ID, b.ID))
	})
	return hits
}

// crowd is n codes around a few centres: some near, some far, some equal, and
// some that share whole chunks, as crops of one picture do.
func crowd(r *rand.Rand, n, centres int) []Code {
	var middle []Code
	for range centres {
		middle = append(middle, randomCode(r))
	}
	codes := make([]Code, n)
	for i := range codes {
		c := middle[r.IntN(centres)]
		switch r.IntN(5) {
		case 0: // equal
		case 1:
			c = flipped(r, c, r.IntN(40))
		case 2:
			c = flipped(r, c, 28+r.IntN(8))
		case 3: // all the difference in a few bytes
			for range r.IntN(6) {
				c[r.IntN(32)] ^= byte(r.Uint32())
			}
		case 4:
			c = randomCode(r)
		}
		codes[i] = c
	}
	return codes
}

func filled(codes []Code) *Index {
	x := New()
	for id, c := range codes {
		x.Add(uint32(id), c)
	}
	return x
}

func TestSearchEqualsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 100, freshMost, 3*freshMost + 17, 30000} {
		for _, centres := range []int{1, 5, 1000} {
			codes := crowd(r, n, centres)
			x := filled(codes)
			for _, packed := range []bool{false, true} {
				if packed {
					x.Pack()
				}
				for range 20 {
					q := randomCode(r)
					if n > 0 {
						q = flipped(r, codes[r.IntN(n)], r.IntN(32))
					}
					radius := []int{0, 5, 15, 16, 31, 31, 31, 40, 63, 70}[r.IntN(10)]
					got, want := x.Search(q, radius), brute(codes, q, radius)
					if !slices.Equal(got, want) {
						t.Fatalf("%d codes about %d centres, radius %d, packed %v: %d found, want %d", n, centres, radius, packed, len(got), len(want))
					}
				}
			}
		}
	}
}

func TestEdges(t *testing.T) {
	x := filled([]Code{{}, {0: 1}})
	x.Pack()
	if got := x.Search(Code{}, -1); len(got) != 0 {
		t.Errorf("a negative radius finds %v", got)
	}
	if got := x.Search(Code{}, 256); len(got) != 2 {
		t.Errorf("the whole space holds %v", got)
	}
	if x.Len() != 2 {
		t.Errorf("Len is %d", x.Len())
	}
	New().Pack()
}

func TestIdentifiersNeedNotCountUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	x := New()
	c := randomCode(r)
	for i := range 2 * freshMost {
		x.Add(uint32(i*7919%100000), flipped(r, c, 100+i%20))
	}
	x.Add(4000000000, c)
	x.Add(4000000000, c)
	x.Pack()
	want := []Hit{{4000000000, 0}, {4000000000, 0}}
	if got := x.Search(c, 31); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPairsEqualBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	codes := crowd(r, 2*freshMost+300, 300)
	want := map[Pair]bool{}
	for b := range codes {
		for a := range b {
			if d := distance(codes[a], codes[b]); d <= 31 {
				want[Pair{uint32(a), uint32(b), d}] = true
			}
		}
	}
	for _, packed := range []bool{false, true} {
		x := filled(codes)
		if packed {
			x.Pack()
		}
		got := 0
		for p := range x.Pairs(31) {
			got++
			if !want[p] {
				t.Fatalf("packed %v: %v is no pair", packed, p)
			}
		}
		if got != len(want) {
			t.Errorf("packed %v: %d pairs, want %d", packed, got, len(want))
		}
		for range x.Pairs(31) {
			break
		}
	}
}

// However the quotas are moved, they must add up to the radius and one more:
// that is the whole proof that nothing is missed.
func TestQuotasAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cost costs
		for i := range cost {
			for v := 1; v <= maxQuota; v++ {
				cost[i][v] = cost[i][v-1] + rapid.IntRange(0, 1000000).Draw(t, "cost")
			}
		}
		radius := rapid.IntRange(0, chunks*(maxQuota-1)-1).Draw(t, "radius")
		sum := 0
		for _, v := range cheapest(&cost, radius+1, maxQuota-1) {
			if v < 0 || v > maxQuota-1 {
				t.Fatalf("a quota of %d", v)
			}
			sum += v
		}
		even := 0
		for _, v := range evenQuotas(radius) {
			even += v
		}
		if sum != radius+1 || even != radius+1 {
			t.Fatalf("radius %d: quotas add up to %d, even ones to %d", radius, sum, even)
		}
	})
}

// However codes crowd and segments fall, what is found is what reading through finds.
func TestAnyCrowdIsSearchedExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		n := rapid.IntRange(1, 2*freshMost).Draw(t, "codes")
		codes := crowd(r, n, rapid.IntRange(1, 40).Draw(t, "centres"))
		x := filled(codes)
		if rapid.Bool().Draw(t, "packed") {
			x.Pack()
		}
		for range 3 {
			q := flipped(r, codes[r.IntN(n)], rapid.IntRange(0, 40).Draw(t, "flipped"))
			radius := rapid.IntRange(0, maxRadius+2).Draw(t, "radius")
			if got, want := x.Search(q, radius), brute(codes, q, radius); !slices.Equal(got, want) {
				t.Fatalf("radius %d: %d found, want %d", radius, len(got), len(want))
			}
		}
	})
}

// A family larger than what is settled at once must still be found once each, and
// leave nothing behind for the next search.
func TestLargeFamiliesAreFoundOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	founder := randomCode(r)
	codes := make([]Code, proposedMost)
	for i := range codes {
		codes[i] = flipped(r, founder, r.IntN(13))
	}
	x := filled(codes)
	x.Pack()
	for i := range 6 {
		q := flipped(r, founder, 5*i)
		if got, want := x.Search(q, 31), brute(codes, q, 31); !slices.Equal(got, want) {
			t.Fatalf("%d bits from the founder: %d found, want %d", 5*i, len(got), len(want))
		}
	}
}

func TestScatteringKeepsDistances(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		a := randomCode(r)
		b := flipped(r, a, r.IntN(257))
		if got, want := distance(scatter(a), scatter(b)), distance(a, b); got != want {
			t.Fatalf("scattered, two codes differ in %d bits, and in %d as they were", got, want)
		}
	}
}

func TestLanes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Uint64().Draw(t, "x")
		most := rapid.IntRange(0, 20).Draw(t, "most")
		counted := ones16x4(x)
		over := (counted + atMost(most)) & topEach
		for lane := range lanes {
			want := ones16(uint16(x >> (lane * chunkBits)))
			if got := int(counted >> (lane * chunkBits) & 0xffff); got != want {
				t.Fatalf("lane %d of %x counts %d, want %d", lane, x, got, want)
			}
			if got := over>>(lane*chunkBits)&0x8000 != 0; got != (want > most) {
				t.Fatalf("lane %d of %x is over %d: %v", lane, x, most, got)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{100000, 1000000} {
		codes := make([]Code, n)
		for i := range codes {
			codes[i] = randomCode(r)
		}
		x := filled(codes)
		x.Pack()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for i := range b.N {
				x.Search(codes[i*7919%n], 31)
			}
		})
	}
}

// In a crowd that shares most of its chunks the quotas are moved; what is found
// must stay the same.
func TestCrowdsAreSearchedExactly(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	centre := randomCode(r)
	codes := make([]Code, 12000)
	var half []int // the bits that lie in the first eight chunks
	for bit := range 256 {
		var one Code
		one[bit/8] = 1 << (bit % 8)
		one = scatter(one)
		if w := wordsOf(one[:]); w[0]|w[1] != 0 {
			half = append(half, bit)
		}
	}
	for i := range codes {
		codes[i] = centre
		for range 1 + r.IntN(70) { // all the difference in half of the chunks
			bit := half[r.IntN(len(half))]
			codes[i][bit/8] ^= 1 << (bit % 8)
		}
	}
	x := filled(codes)
	x.Pack()
	q := &query{}
	first := scatter(codes[0])
	q.set(wordsOf(first[:]), 31)
	if moved := x.segments[0].quotas(q); moved == q.quota {
		t.Error("the quotas of a crowd are even: this test shows nothing")
	}
	if total := x.segments[0].gather(q, &q.quota); total <= crowded*x.segments[0].evenCost(q)+crowdedLeast {
		t.Errorf("the crowd costs only %d", total)
	}
	for i := range 20 {
		if got, want := x.Search(codes[i], 31), brute(codes, codes[i], 31); !slices.Equal(got, want) {
			t.Fatalf("code %d: %d found, want %d", i, len(got), len(want))
		}
	}
}
