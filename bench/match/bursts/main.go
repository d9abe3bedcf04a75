// Command bursts measures how often two photographs taken moments apart are
// merged, which are no copies of one another. It cuts frames out of films of a
// scene with ffmpeg, ten a second, and lays every third upon the one so much
// later. It prints a Markdown table for each folder of films named alike:
//
//	bursts [flags] FILM...
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/atleast-desk/atleast/bench/match/side"
	"github.com/atleast-desk/atleast/match"
)

var (
	workers = flag.Int("workers", 1, "frames worked on at a time")
	every   = flag.Int("every", 3, "use one frame in this many as the first of a pair")
	bars    = flag.String("crop", "400:720:40:0", "width:height:left:top of what lies within the bars of films named so")
	verbose = flag.Bool("v", false, "name the merged pairs")
)

const perSecond = 10 // frames cut out of each second

// laters are the steps, in frames, from the first of a pair to the second.
var laters = []int{1, 2, 5, 10, 20}

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("usage: bursts [flags] FILM...")
	}
	scenes, names := map[string][]burst{}, []string{}
	for _, path := range flag.Args() {
		b, err := cut(path)
		if err != nil {
			log.Fatal(err)
		}
		name, _, _ := strings.Cut(filepath.Base(path), "-")
		if len(scenes[name]) == 0 {
			names = append(names, name)
		}
		scenes[name] = append(scenes[name], b)
	}
	for _, name := range names {
		table(name, scenes[name])
	}
}

// table prints what becomes of the pairs of one scene's films.
func table(name string, bursts []burst) {
	fmt.Printf("\n| %s, apart | pairs | merged | shown as the same scene |\n|---|---:|---:|---:|\n", name)
	for _, later := range laters {
		t := tally{}
		for _, b := range bursts {
			t.join(b.lay(later))
		}
		fmt.Printf("| %.1f s | %d | %d | %d |\n", float64(later)/perSecond, t.pairs, t.merged, t.asked)
	}
}

// burst is the frames of one film.
type burst struct {
	film   string
	frames []match.Fingerprint
}

// tally counts what was made of pairs.
type tally struct{ pairs, merged, asked int }

func (t *tally) join(o tally) {
	t.pairs, t.merged, t.asked = t.pairs+o.pairs, t.merged+o.merged, t.asked+o.asked
}

// lay lays frames upon those that come later by the given number.
func (b burst) lay(later int) (t tally) {
	var mu sync.Mutex
	n := max(0, (len(b.frames)-later+*every-1) / *every)
	side.Each(*workers, n, func(i int) {
		i *= *every
		p, ok := match.Align(b.frames[i+later], b.frames[i])
		mu.Lock()
		defer mu.Unlock()
		t.pairs++
		switch {
		case ok:
			t.merged++
			if *verbose {
				log.Printf("merged: %s, frames %d and %d", b.film, i, i+later)
			}
		case p.SameScene:
			t.asked++
		}
	})
	return t
}

// cut takes a film's frames as photographs of good quality.
func cut(path string) (burst, error) {
	dir, err := os.MkdirTemp("", "bursts-*")
	if err != nil {
		return burst{}, err
	}
	defer func() {
		if err := os.RemoveAll(dir); err != nil {
			log.Print(err)
		}
	}()
	files, err := frames(path, dir)
	if err != nil {
		return burst{}, fmt.Errorf("cut %s: %w", path, err)
	}
	b := burst{film: filepath.Base(path), frames: make([]match.Fingerprint, len(files))}
	side.Each(*workers, len(files), func(i int) {
		f, err := read(files[i])
		if err != nil {
			log.Fatal(err)
		}
		b.frames[i] = f
	})
	return b, nil
}
