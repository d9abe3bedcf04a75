package main

import (
	"encoding/binary"
	"log"
	"math/bits"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast/match/index"
	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

// familySize is how many near copies a planted family has.
const familySize = 300

// makeCodes returns n codes and, for each, its family: -1 for none.
func makeCodes(set string, n int) ([]index.Code, []int) {
	r := rand.New(rand.NewPCG(20, 26))
	codes, family := make([]index.Code, n), make([]int, n)
	switch set {
	case "crops":
		crops(r, codes)
	case "families":
		families(r, codes, family)
	default:
		for i := range codes {
			codes[i], family[i] = randomCode(r), -1
		}
	}
	return codes, family
}

// families: half of the codes are alone, half in families whose members differ
// from the founder in up to 12 bits.
func families(r *rand.Rand, codes []index.Code, family []int) {
	var founder index.Code
	for i := range codes {
		switch {
		case i < len(codes)/2:
			codes[i], family[i] = randomCode(r), -1
			continue
		case i%familySize == 0 || i == len(codes)/2:
			founder = randomCode(r)
		}
		codes[i], family[i] = turned(r, founder, r.IntN(13)), i/familySize
	}
	r.Shuffle(len(codes), func(i, j int) {
		codes[i], codes[j] = codes[j], codes[i]
		family[i], family[j] = family[j], family[i]
	})
}

// crops fingerprints parts of the photographs, keeping 60 to 100 % of each side.
func crops(r *rand.Rand, codes []index.Code) {
	paths, err := filepath.Glob(filepath.Join(*photos, "*.jpg"))
	if err != nil || len(paths) == 0 {
		log.Fatalf("index: no photographs in %q (%v): use -photos", *photos, err)
	}
	few := min(len(codes), *distinct)
	each := (few + len(paths) - 1) / len(paths)
	for i, path := range paths {
		plane := brightness(path)
		for k := i * each; k < min(few, (i+1)*each); k++ {
			codes[k] = cropped(r, plane)
		}
	}
	for k := few; k < len(codes); k++ {
		codes[k] = turned(r, codes[r.IntN(few)], r.IntN(13))
	}
}

// cropsFrom is the longer side of what crops are cut from: enough for a
// fingerprint, which is made of 64 by 64 points.
const cropsFrom = 256

func brightness(path string) luma.Plane {
	file, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	p, err := luma.Read(file, 0)
	if err != nil {
		log.Fatal(err)
	}
	return p.Fit(cropsFrom)
}

func cropped(r *rand.Rand, p luma.Plane) index.Code {
	w, h := int(float64(p.W)*(0.6+0.4*r.Float64())), int(float64(p.H)*(0.6+0.4*r.Float64()))
	x, y := r.IntN(p.W-w+1), r.IntN(p.H-h+1)
	hash, _ := pdq.Sum(luma.Of(p.Crop(x, y, x+w, y+h)))
	return index.Code(hash)
}

// makeQueries are codes of the set with a few bits turned over, and as many that are in none.
func makeQueries(codes []index.Code, n int) []index.Code {
	r := rand.New(rand.NewPCG(7, 11))
	queries := make([]index.Code, n)
	for i := range queries {
		queries[i] = turned(r, codes[r.IntN(len(codes))], r.IntN(24))
		if i%2 == 1 && *set == "uniform" {
			queries[i] = randomCode(r)
		}
	}
	return queries
}

func randomCode(r *rand.Rand) (c index.Code) {
	for i := 0; i < len(c); i += 8 {
		binary.LittleEndian.PutUint64(c[i:], r.Uint64())
	}
	return c
}

// turned is the code with n bits turned over, or fewer where one is drawn twice.
func turned(r *rand.Rand, c index.Code, n int) index.Code {
	for range n {
		bit := r.IntN(256)
		c[bit/8] ^= 1 << (bit % 8)
	}
	return c
}

func distance(a, b index.Code) (d int) {
	for i := 0; i < len(a); i += 8 {
		d += bits.OnesCount64(binary.LittleEndian.Uint64(a[i:]) ^ binary.LittleEndian.Uint64(b[i:]))
	}
	return d
}
