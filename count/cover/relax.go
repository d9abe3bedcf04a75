package cover

import "math"

// row is a constraint: so many people at least, or at most, are in all of some
// nodes.
type row struct {
	nodes   []int
	atLeast bool
	right   int64
}

// scale turns the weights of the floating point into whole numbers.
const scale = 1 << 28

// relaxation is the linear relaxation of a problem, its types generated as
// they are needed.
type relaxation struct {
	p     *Problem
	rows  []row
	lp    *simplex
	right []float64
	pool  *pool
	types []Set // of the columns from first on
	first int
	base  int     // the first row that is a split
	goal  float64 // what a person costs: 1 to find the least world, -1 the greatest
}

// pool is what the relaxations of one problem share.
type pool struct {
	far    Graph // what is not apart
	search *typeSearch
	types  []Set
	known  map[string]bool
	stop   func() bool
}

func newPool(p *Problem, stop func() bool) *pool {
	search := newTypeSearch(p)
	search.stop = stop
	return &pool{far: p.Apart.complement(), search: search, known: map[string]bool{}, stop: stop}
}

func (l *pool) keep(s Set) {
	if k := s.key(); !l.known[k] {
		l.known[k] = true
		l.types = append(l.types, s)
	}
}

// key is the set as a map key.
func (s Set) key() string {
	b := make([]byte, 0, 8*len(s))
	for _, w := range s {
		for range 8 {
			b = append(b, byte(w))
			w >>= 8
		}
	}
	return string(b)
}

func newRelaxation(p *Problem, rows []row, base int, l *pool, goal float64) *relaxation {
	r := &relaxation{p: p, rows: rows, base: base, pool: l, goal: goal}
	relaxed := make([]float64, len(rows))
	start := make([]column, len(rows))
	for i, row := range rows {
		b := float64(row.right)
		hair := 1e-6 * (1 + math.Mod(float64(i)*math.Phi, 1)) * max(1, b)
		if row.atLeast {
			hair = -hair
		}
		r.right = append(r.right, b)
		relaxed[i] = b + hair
		start[i] = column{rows: []int{i}, sign: 1}
		if row.atLeast && relaxed[i] <= 0 {
			start[i].sign = -1
		} else if row.atLeast {
			start[i].cost = 1
		}
	}
	r.lp = newSimplex(relaxed, start)
	for i, row := range rows {
		if row.atLeast && start[i].sign > 0 {
			r.lp.bar(i)
			r.lp.add(column{rows: []int{i}, sign: -1})
		}
	}
	r.first = len(r.lp.columns)
	for _, s := range l.types {
		r.addType(s, 0)
	}
	return r
}

func (r *relaxation) addType(s Set, cost float64) {
	c := column{sign: 1, cost: cost}
	for i, row := range r.rows {
		if holds(s, row.nodes) {
			c.rows = append(c.rows, i)
		}
	}
	r.lp.add(c)
	r.types = append(r.types, s)
}

// outcome is how a relaxation ended.
type outcome int

const (
	settled   outcome = iota // optimal
	clash                    // no world satisfies the rows
	abandoned                // out of time or of precision
)

// solve finds first some solution, then the cheapest.
func (r *relaxation) solve() outcome {
	if end := r.generate(0); end != settled {
		return end
	}
	if r.lp.cost(r.lp.right) > tolerance {
		return clash
	}
	r.lp.release()
	for i := range r.types {
		r.lp.columns[r.first+i].cost = r.goal
	}
	r.lp.price()
	return r.generate(r.goal)
}

// generate solves with the types at hand and asks for better ones, in turn.
func (r *relaxation) generate(cost float64) outcome {
	for {
		if r.pool.stop() || !r.lp.solve(r.pool.stop) {
			return abandoned
		}
		weight, terms := r.weights(scale)
		s, complete := r.heaviest(weight, terms, int64(cost*scale)+scale/1_000_000)
		if s == nil {
			if !complete {
				return abandoned
			}
			return settled
		}
		r.pool.keep(s)
		r.addType(s, cost)
	}
}

// weights are the duals in whole numbers, per node and for rows of several.
func (r *relaxation) weights(scale float64) ([]int64, []term) {
	weight := make([]int64, len(r.p.Low))
	var terms []term
	for i, row := range r.rows {
		w := r.dual(i, scale)
		if len(row.nodes) == 1 {
			weight[row.nodes[0]] += w
		} else if w != 0 {
			terms = append(terms, term{row.nodes, w})
		}
	}
	return weight, terms
}

// dual is the dual of row i as a whole number, of the sign that the row allows.
func (r *relaxation) dual(i int, scale float64) int64 {
	w := int64(math.Round(r.lp.dual[i] * scale))
	if r.rows[i].atLeast {
		return max(0, w)
	}
	return min(0, w)
}

// effortPerSearch bounds one search for the heaviest type.
const effortPerSearch = 2_000_000

// heaviest is a type that weighs more than floor, and the heaviest where the
// search is complete; nil where there is none.
func (r *relaxation) heaviest(weight []int64, terms []term, floor int64) (Set, bool) {
	n := len(weight)
	plain := len(terms) == 0 && r.goal > 0
	for _, w := range weight {
		plain = plain && w >= 0
	}
	if plain {
		q := newSearch(r.pool.far, weight, floor, effortPerSearch)
		q.stop = r.pool.stop
		complete := q.run(full(n))
		if q.found == nil {
			return nil, complete
		}
		return r.closed(q.found), complete
	}
	q := r.pool.search
	if r.goal > 0 {
		complete := q.heaviest(weight, terms, NewSet(n), max(floor, 0), effortPerSearch)
		return q.found, complete
	}
	var best Set
	complete := true
	for v := range n {
		must := NewSet(n)
		must.Add(v)
		complete = q.heaviest(weight, terms, must, floor, effortPerSearch) && complete
		if q.found != nil {
			best, floor = q.found, q.best
		}
	}
	return best, complete
}

// closed is the set with all that its nodes lie within.
func (r *relaxation) closed(nodes []int) Set {
	s := NewSet(len(r.p.Low))
	for _, v := range nodes {
		s.or(r.pool.search.up[v])
	}
	return s
}
