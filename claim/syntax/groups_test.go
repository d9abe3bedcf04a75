package syntax

import (
	"bufio"
	"bytes"
	"maps"
	"math"
	"testing"
)

func TestGroupsAreReadAsWritten(t *testing.T) {
	want := groups{1: {0, 1023, true}, 77: {5, 6, false}, 1<<32 - 1: {1023, 0, true}}
	var file bytes.Buffer
	out := bufio.NewWriter(&file)
	if err := want.write(out); err != nil {
		t.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	got, err := readGroups(bufio.NewReader(&file))
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

// Words whose vectors point one way are in one group, others in another.
func TestCluster(t *testing.T) {
	v := &Vectors{}
	for i := range 200 {
		angle := float64(i%2)*math.Pi/2 + float64(i)/1e4
		v.Words = append(v.Words, string(rune('a'+i)))
		v.At = append(v.At, []float32{float32(math.Cos(angle)), float32(math.Sin(angle))})
	}
	groups := v.cluster(1)
	for i := range groups {
		for j := range groups {
			if i%2 != j%2 && groups[i]/fineGroups == groups[j]/fineGroups {
				t.Fatalf("words %d and %d, at a right angle, are in one group", i, j)
			}
		}
	}
}

func TestSolve(t *testing.T) {
	a, x := [][]float64{{4, 1}, {1, 3}}, [][]float64{{1, 9}, {2, 4}}
	solve(a, x)
	for i, want := range [][]float64{{1.0 / 11, 23.0 / 11}, {7.0 / 11, 7.0 / 11}} {
		for j := range want {
			if math.Abs(x[i][j]-want[j]) > 1e-12 {
				t.Errorf("x[%d][%d] is %v, want %v", i, j, x[i][j], want[j])
			}
		}
	}
}

// A word that the treebank lacks is used like one whose vector it has.
func TestByUse(t *testing.T) {
	v := &Vectors{Words: []string{"say", "dog", "opine", "cat"}, At: [][]float32{{1, 0}, {0, 1}, {1, 0}, {0, 1}}}
	var bank [][]Word
	for range 300 {
		verb, noun := Word{Low: "say", Tag: "VB", Rel: "root", Head: -1}, Word{Low: "dog", Tag: "NN", Rel: "obj", Head: 0}
		bank = append(bank, []Word{verb, noun})
	}
	moved := v.byUse(bank)
	near := func(i, j int) float64 {
		sum := 0.0
		for d := range moved.At[i] {
			sum += math.Abs(float64(moved.At[i][d] - moved.At[j][d]))
		}
		return sum
	}
	if near(2, 0) >= near(2, 1) || near(3, 1) >= near(3, 0) {
		t.Error("a word of the same vector is further away than one of another")
	}
}
