package index

// maxQuota is the highest quota a chunk can have: with it, all values that
// differ in up to three bits are looked up, 697 of them.
const maxQuota = 4

// evenQuotas spreads radius+1 over the chunks.
func evenQuotas(radius int) (quota [chunks]int) {
	for i := range quota {
		quota[i] = (radius + 1 + i) / chunks
	}
	return quota
}

// maxRadius is the largest radius that the tables serve; beyond it a segment is read through.
const maxRadius = chunks*maxQuota - 1

// flips are the 16-bit values with few bits set, those with fewer first: a chunk
// flipped by the first lookups[quota] of them gives every value below the quota.
var flips, lookups = makeFlips()

func makeFlips() (flips []uint16, lookups [maxQuota + 1]int) {
	for w := range maxQuota {
		for v := range buckets {
			if ones16(uint16(v)) == w {
				flips = append(flips, uint16(v))
			}
		}
		lookups[w+1] = len(flips)
	}
	return flips, lookups
}

// What a search costs, in entries read: looking up one more value costs as much
// as lookupCost entries.
const lookupCost = 12

// Quotas are moved only where the even ones cost more than this many times what
// they would if codes were spread evenly, and so much more: finding better ones
// costs something too.
const (
	crowded      = 2
	crowdedLeast = 30000
)

// quotas decides how the radius is shared among the chunks for this query and segment.
func (s *segment) quotas(q *query) [chunks]int {
	var cost costs
	for i := range chunks {
		s.price(q, i, maxQuota-1, &cost)
	}
	return cheapest(&cost, q.radius+1, maxQuota-1)
}

// costs is what each quota of each chunk costs.
type costs [chunks][maxQuota + 1]int

// price fills in the costs of the chunk's quotas up to most.
func (s *segment) price(q *query, i, most int, cost *costs) {
	sum, quota := 0, 0
	for k, flip := range flips[:lookups[most]] {
		r := s.tables[i].run(q.chunk[i] ^ flip)
		sum += lookupCost + int(r.to-r.from)
		if k+1 == lookups[quota+1] {
			quota++
			cost[i][quota] = sum
		}
	}
}

// evenCost is what the even quotas would cost if every value were as frequent.
func (s *segment) evenCost(q *query) int {
	n := 0
	for _, quota := range q.quota {
		n += lookups[quota]
	}
	return n * (lookupCost + s.n/buckets)
}

// unaffordable stands for sums that cannot be reached.
const unaffordable = 1 << 60

// cheapest finds the quotas of at most `most` each that add up to sum and cost least.
func cheapest(cost *costs, sum, most int) (quota [chunks]int) {
	var best [chunks + 1][maxQuota*chunks + 1]int // of the first i chunks adding up to k
	var last [chunks + 1][maxQuota*chunks + 1]int
	for k := range best[0] {
		best[0][k] = unaffordable
	}
	best[0][0] = 0
	for i := range chunks {
		for k := 0; k <= sum; k++ {
			best[i+1][k] = unaffordable
			for v := 0; v <= min(most, k); v++ {
				if c := best[i][k-v] + cost[i][v]; c < best[i+1][k] {
					best[i+1][k], last[i+1][k] = c, v
				}
			}
		}
	}
	for i := chunks; i > 0; i-- {
		quota[i-1] = last[i][sum]
		sum -= quota[i-1]
	}
	return quota
}
