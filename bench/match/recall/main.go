// Command recall measures what matching finds: every edit of every photograph
// against its original, and every pair of unrelated photographs against each
// other. It prints one row an edit as a Markdown table.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"image"
	_ "image/jpeg"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/atleast-desk/atleast/bench/match/side"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/mangle"
)

var (
	every   = flag.Int("every", 1, "use one photograph in this many")
	workers = flag.Int("workers", 1, "pictures worked on at a time")
	crossed = flag.Bool("crossed", false, "also compare every edit with every unrelated original")
	only    = flag.String("edit", "", "measure this edit alone")
	pairs   = flag.Bool("pairs", true, "compare all unrelated pairs")
	verbose = flag.Bool("v", false, "name what was missed and what was merged wrongly")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	paths := photographs(flag.Args())
	if len(paths) == 0 {
		log.Fatal("recall: no photographs; usage: recall [flags] DIR...")
	}
	originals := fingerprints(paths)
	var copies []copied
	for _, e := range mangle.Edits() {
		if *only == "" || e.Name == *only {
			copies = append(copies, edited(e, paths)...)
		}
	}
	found := recall(paths, originals, copies)
	table(found, len(paths))
	if *only == "" {
		for _, with := range mangle.Fillings() {
			tilted(paths, originals, with)
		}
		fmt.Printf("\n| second shots of the same scene | pairs | merged | shown as the same scene |\n|---|---:|---:|---:|\n")
		for _, parallax := range []float64{0.005, 0.01, 0.02, 0.04} {
			shotAgain(paths, parallax)
		}
	}
	if *pairs {
		unrelated(paths, originals, copies)
	}
}

// shotAgain draws two photographs of the same scene out of each, which are no
// copies, and compares them.
func shotAgain(paths []string, parallax float64) {
	var merged, asked atomic.Int32
	side.Each(*workers, len(paths), func(i int) {
		first, second := mangle.Again(picture(paths[i]), parallax, uint64(i))
		p, ok := match.Align(printed(mangle.JPEG(second, 88)), printed(mangle.JPEG(first, 88)))
		switch {
		case ok:
			merged.Add(1)
		case p.SameScene:
			asked.Add(1)
		}
	})
	fmt.Printf("| parallax %.1f %% | %d | %d | %d |\n", 100*parallax, len(paths), merged.Load(), asked.Load())
}

// tilted counts the copies, tilted by up to 10 degrees, that are found.
func tilted(paths []string, originals []match.Fingerprint, with mangle.Filling) {
	var found atomic.Int32
	side.Each(*workers, len(paths), func(i int) {
		if _, ok := match.Align(printed(mangle.JPEG(mangle.Tilt(picture(paths[i]), with, uint64(i)), 85)), originals[i]); ok {
			found.Add(1)
		}
	})
	fmt.Printf("| tilted, %s | %d | %.4f | |\n", with, found.Load(), float64(found.Load())/float64(len(paths)))
}

// printed is the fingerprint of a JPEG drawn here.
func printed(b []byte) match.Fingerprint {
	f, err := match.Read("a drawn picture", b)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

func photographs(dirs []string) []string {
	var paths []string
	for _, dir := range dirs {
		found, err := filepath.Glob(filepath.Join(dir, "*.jpg"))
		if err != nil {
			log.Fatal(err)
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	var kept []string
	for i := 0; i < len(paths); i += *every {
		kept = append(kept, paths[i])
	}
	return kept
}

func fingerprints(paths []string) []match.Fingerprint {
	out := make([]match.Fingerprint, len(paths))
	start := time.Now()
	side.Each(*workers, len(paths), func(i int) {
		b, err := os.ReadFile(paths[i])
		if err != nil {
			log.Fatal(err)
		}
		if out[i], err = match.Read(paths[i], b); err != nil {
			log.Fatal(err)
		}
	})
	log.Printf("%d fingerprints in %v", len(paths), time.Since(start).Round(time.Millisecond))
	return out
}

// copied is the fingerprint of an edited photograph.
type copied struct {
	edit        mangle.Edit
	of          int
	fingerprint match.Fingerprint
	found       bool
}

func edited(e mangle.Edit, paths []string) []copied {
	out := make([]copied, len(paths))
	side.Each(*workers, len(paths), func(i int) {
		behind := picture(paths[(i+len(paths)/2)%len(paths)])
		out[i] = copied{edit: e, of: i}
		var err error
		if out[i].fingerprint, err = match.Read(e.Name, e.Apply(picture(paths[i]), behind, uint64(i))); err != nil {
			log.Fatal(err)
		}
	})
	return out
}

func picture(path string) image.Image {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		log.Fatal(err)
	}
	return img
}

func recall(paths []string, originals []match.Fingerprint, copies []copied) []copied {
	start := time.Now()
	side.Each(*workers, len(copies), func(i int) {
		c := &copies[i]
		p, ok := match.Align(c.fingerprint, originals[c.of])
		c.found = ok
		if !ok && *verbose {
			log.Printf("missed %s of %s: %d blocks, %.2f agree, correlation %.2f, %d landmarks", c.edit.Name, paths[c.of], p.Telling, p.Agreement, p.Correlation, p.Places)
		}
	})
	log.Printf("%d related pairs in %v", len(copies), time.Since(start).Round(time.Millisecond))
	return copies
}

func table(copies []copied, photos int) {
	hits := map[string]int{}
	for _, c := range copies {
		if c.found {
			hits[c.edit.Name]++
		}
	}
	fmt.Printf("| edit | found of %d | recall | target |\n|---|---:|---:|---:|\n", photos)
	for _, e := range mangle.Edits() {
		if *only == "" || e.Name == *only {
			fmt.Printf("| %s | %d | %.4f | %.2f |\n", e.Name, hits[e.Name], float64(hits[e.Name])/float64(photos), e.Recall)
		}
	}
}

// unrelated compares every photograph with every other, and if asked every edit
// with every photograph it was not made from.
func unrelated(paths []string, originals []match.Fingerprint, copies []copied) {
	start := time.Now()
	if !*crossed {
		copies = nil
	}
	type wrong struct{ what, with string }
	var mu sync.Mutex
	var merged []wrong
	compared := 0
	note := func(a, b match.Fingerprint, what, with string) {
		_, ok := match.Align(a, b)
		mu.Lock()
		defer mu.Unlock()
		if compared++; ok {
			merged = append(merged, wrong{what, with})
		}
	}
	side.Each(*workers, len(originals), func(i int) {
		for j := range i {
			note(originals[i], originals[j], paths[i], paths[j])
		}
		for _, c := range copies {
			if c.of != i && (c.edit.Quote == nil || i != (c.of+len(paths)/2)%len(paths)) {
				note(c.fingerprint, originals[i], c.edit.Name+" of "+paths[c.of], paths[i])
			}
		}
	})
	slices.SortFunc(merged, func(a, b wrong) int { return cmp.Or(cmp.Compare(a.what, b.what), cmp.Compare(a.with, b.with)) })
	fmt.Printf("\nunrelated pairs: %d, merged: %d\n", compared, len(merged))
	for _, m := range merged {
		fmt.Printf("merged: %s and %s\n", m.what, m.with)
	}
	log.Printf("%d unrelated pairs in %v", compared, time.Since(start).Round(time.Millisecond))
}
