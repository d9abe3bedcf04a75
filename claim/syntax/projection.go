package syntax

import "math"

// byUse moves the words to where words of like use lie together. How a word is used
// is foretold from its vector and its ending by what the treebank tells of other
// words, so that it is known of words too that the treebank lacks.
func (v *Vectors) byUse(sentences [][]Word) *Vectors {
	u := usageOf(sentences)
	r := newRegression(v, u.kinds())
	for i, word := range v.Words {
		if of := u[word]; of != nil {
			r.see(i, of)
		}
	}
	solve(r.square, r.product)
	out := &Vectors{Words: v.Words, At: make([][]float32, len(v.At))}
	for i := range v.Words {
		out.At[i] = r.foretell(i)
	}
	return out
}

// regression learns the kinds of use of words by least squares, kept small (ridge).
type regression struct {
	from    *Vectors
	endings map[string]int
	kinds   []string
	square  [][]float64 // what is given by what is given; once solved, nothing
	product [][]float64 // what is given by what is asked; once solved, the answer
}

// ridge is how strongly the regression prefers small weights.
const ridge = 30

func newRegression(from *Vectors, kinds []string) *regression {
	r := &regression{from: from, endings: commonEndings(from.Words), kinds: kinds}
	size := len(from.At[0]) + len(r.endings) + 1
	r.square, r.product = matrix(size, size), matrix(size, len(kinds))
	for d := range r.square {
		r.square[d][d] = ridge
	}
	return r
}

func matrix(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range m {
		m[i] = make([]float64, columns)
	}
	return m
}

// given is what is known of word i without a treebank.
func (r *regression) given(i int) []float64 {
	row := make([]float64, len(r.square))
	for d, x := range r.from.At[i] {
		row[d] = float64(x)
	}
	for _, e := range endings(r.from.Words[i]) {
		if at, ok := r.endings[e]; ok {
			row[len(r.from.At[i])+at] = 1
		}
	}
	row[len(row)-1] = 1
	return row
}

// see takes in how word i is used.
func (r *regression) see(i int, of map[string]float64) {
	x, weight := r.given(i), math.Sqrt(of[anyUse])
	for a, xa := range x {
		if xa == 0 {
			continue
		}
		for b, xb := range x {
			r.square[a][b] += weight * xa * xb
		}
		for k, kind := range r.kinds {
			r.product[a][k] += weight * xa * math.Sqrt(of[kind]/of[anyUse])
		}
	}
}

// foretell returns how word i is used, as far as it can be known.
func (r *regression) foretell(i int) []float32 {
	row := make([]float32, len(r.kinds))
	for a, xa := range r.given(i) {
		if xa == 0 {
			continue
		}
		for k, p := range r.product[a] {
			row[k] += float32(xa * p)
		}
	}
	return row
}

// solve finds x in a·x = b, for a symmetric positive matrix a, and leaves it in b.
func solve(a, b [][]float64) {
	for c := range a {
		for r := range a {
			if by := a[r][c] / a[c][c]; r != c && by != 0 {
				subtract(a[r][c:], a[c][c:], by)
				subtract(b[r], b[c], by)
			}
		}
	}
	for r := range b {
		for k := range b[r] {
			b[r][k] /= a[r][r]
		}
	}
}

func subtract(from, row []float64, by float64) {
	for k := range from {
		from[k] -= by * row[k]
	}
}
