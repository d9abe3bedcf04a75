// Command pairs lays every picture of some folders upon every other and says
// which pairs are merged:
//
//	pairs [flags] DIR...
//
// The pictures that really are the same in another file are listed, by people
// who looked, in a file (-same). A merged pair that is not listed is a false
// merge, and makes the exit code 1.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/atleast-desk/atleast/bench/match/side"
	"github.com/atleast-desk/atleast/match"
)

var (
	workers = flag.Int("workers", 1, "pictures worked on at a time")
	same    = flag.String("same", "", "list of the pictures that are the same")
	cache   = flag.String("cache", "", "folder that keeps fingerprints")
	every   = flag.Int("every", 1, "lay one pair in this many")
	groups  = flag.String("groups", "", "judge these groups, as `atleast match --json` prints them, and lay nothing")
	sheet   = flag.String("sheet", "", "draw the merged pairs that are not listed into this PNG")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("usage: pairs [flags] DIR...")
	}
	known, err := readSame(*same)
	if err != nil {
		log.Fatal(err)
	}
	pictures, err := under(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d pictures, of which %d are different from one another\n", len(pictures), known.different(pictures))
	var found []pair
	if *groups != "" {
		found, err = grouped(*groups, pictures)
	} else {
		found, err = laid(pictures)
	}
	if err != nil {
		log.Fatal(err)
	}
	wrong := report(found, pictures, known)
	if *sheet != "" && len(wrong) > 0 {
		if err := drawSheet(*sheet, wrong, pictures); err != nil {
			log.Fatal(err)
		}
	}
	if len(wrong) > 0 {
		os.Exit(1)
	}
}

// picture is a file and what it is named by in the list: the first eight bytes
// of its digest.
type picture struct {
	path   string
	digest [sha256.Size]byte
}

func (p picture) name() string { return fmt.Sprintf("%x", p.digest[:8]) }

// under lists the pictures in the folders, each content once.
func under(dirs []string) ([]picture, error) {
	var out []picture
	seen := map[[sha256.Size]byte]bool{}
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			ending := strings.ToLower(filepath.Ext(path))
			if err != nil || d.IsDir() || !slices.Contains([]string{".jpg", ".jpeg", ".png", ".webp"}, ending) {
				return err
			}
			b, err := os.ReadFile(path)
			p := picture{path, sha256.Sum256(b)}
			if !seen[p.digest] {
				out = append(out, p)
			}
			seen[p.digest] = true
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// pair is two pictures by their places in a list, a < b, that were merged.
type pair struct{ a, b int }

// laid lays every picture upon every other.
func laid(pictures []picture) ([]pair, error) {
	prints, err := fingerprints(pictures)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	var merged []pair
	compared, asked, done := 0, 0, 0
	side.Each(*workers, len(prints), func(a int) {
		n, scenes := 0, 0
		var mine []pair
		for b := a + 1; b < len(prints); b++ {
			if (a+b)%*every != 0 {
				continue
			}
			n++
			p, ok := match.Align(prints[a], prints[b])
			switch {
			case ok:
				mine = append(mine, pair{a, b})
			case p.SameScene:
				scenes++
			}
		}
		mu.Lock()
		defer mu.Unlock()
		merged, compared, asked, done = append(merged, mine...), compared+n, asked+scenes, done+1
		if done%20 == 0 {
			log.Printf("%d of %d pictures, %d pairs, %d merged", done, len(prints), compared, len(merged))
		}
	})
	fmt.Printf("%d pairs laid on one another, %d merged, %d shown as the same scene\n", compared, len(merged), asked)
	slices.SortFunc(merged, func(x, y pair) int { return slices.Compare([]int{x.a, x.b}, []int{y.a, y.b}) })
	return merged, nil
}

// fingerprints reads the pictures, or what is kept of them.
func fingerprints(pictures []picture) ([]match.Fingerprint, error) {
	kept := match.Cache{Dir: *cache}
	prints := make([]match.Fingerprint, len(pictures))
	errs := make([]error, len(pictures))
	side.Each(*workers, len(pictures), func(i int) {
		prints[i], errs[i] = kept.Fingerprint(pictures[i].digest, func() (match.Fingerprint, error) {
			b, err := os.ReadFile(pictures[i].path)
			if err != nil {
				return match.Fingerprint{}, err
			}
			return match.Read(pictures[i].path, b)
		})
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return prints, nil
}

// report prints what of the merged pairs is listed and returns what is not.
func report(merged []pair, pictures []picture, known list) (wrong []pair) {
	listed := 0
	for _, m := range merged {
		if known.same(pictures[m.a].name(), pictures[m.b].name()) {
			listed++
			continue
		}
		wrong = append(wrong, m)
		fmt.Printf("merged and not listed: %s %s (%s, %s)\n", pictures[m.a].name(), pictures[m.b].name(), pictures[m.a].path, pictures[m.b].path)
	}
	all := known.pairs(pictures)
	fmt.Printf("merged and listed as the same picture: %d of %d; merged and not listed: %d\n", listed, len(all), len(wrong))
	for _, p := range all {
		if !slices.Contains(merged, p) {
			fmt.Printf("listed and not merged: %s %s\n", pictures[p.a].path, pictures[p.b].path)
		}
	}
	return wrong
}
