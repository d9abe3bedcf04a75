package main

import (
	"fmt"
	"log"
	"path/filepath"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

// strangersOf is how many films that have nothing in common are put into the
// same surroundings, and slides how many photographs each moves over.
const (
	strangersOf = 16
	slides      = 3
)

// surroundings are what films of different recordings have in common.
var surroundings = []struct{ name, filter string }{
	{"as they are", "null"},
	{"behind the same sign", sign},
	{"in the same post on a screen", screen},
	{"in a corner of the same film", "scale=240:-2[s];testsrc2=s=480x720:r=25[b];[b][s]overlay=W-w-16:H-h-16:shortest=1"},
}

// printStrangers makes films that move over photographs, each in all surroundings, groups
// them all, and prints how many were joined with another's and how many with their own.
func printStrangers(box *media.Sandbox, photos, out string) {
	paths, err := filepath.Glob(filepath.Join(photos, "*.jpg"))
	if err != nil || len(paths) < slides*strangersOf {
		log.Fatalf("video: -photos %s: %d are needed, and there are %d", photos, slides*strangersOf, len(paths))
	}
	var films []match.Entry
	for i := range strangersOf {
		plain := filepath.Join(out, "stranger.mp4")
		slideshow(paths[i*slides:(i+1)*slides], plain)
		for k, around := range surroundings {
			path := filepath.Join(out, fmt.Sprintf("%d-%d.mp4", k, i))
			ffmpeg("-i", plain, "-vf", around.filter, "-c:v", "libx264", "-preset", "veryfast", path)
			films = append(films, entry(box, path))
		}
	}
	fmt.Println("| surroundings | films | pairs of different films | joined | joined with the film as it is |")
	fmt.Println("|---|---|---|---|---|")
	groups := match.Groups(films, nil)
	for k, around := range surroundings {
		wrong, own := joinedIn(groups, k)
		fmt.Printf("| %s | %d | %d | %d | %d |\n", around.name, strangersOf, strangersOf*(strangersOf-1)/2, wrong, own)
	}
}

// joinedIn counts the pairs of different films in these surroundings that are in
// one group, and the films that are in one with themselves as they are.
func joinedIn(groups []atleast.Footage, k int) (wrong, own int) {
	for _, g := range groups {
		here, plain := 0, map[int]bool{}
		var films []int
		for _, m := range g.Members {
			var around, film int
			if _, err := fmt.Sscanf(filepath.Base(m.Path), "%d-%d.mp4", &around, &film); err != nil {
				log.Fatal(err)
			}
			if around == 0 {
				plain[film] = true
			}
			if around == k {
				here++
				films = append(films, film)
			}
		}
		wrong += here * (here - 1) / 2
		for _, film := range films {
			if plain[film] {
				own++
			}
		}
	}
	return wrong, own
}

// slideshow makes a film that moves over photographs.
func slideshow(photos []string, to string) {
	var args []string
	var graph, labels strings.Builder
	for i, path := range photos {
		args = append(args, "-loop", "1", "-t", "2.4", "-framerate", "25", "-i", path)
		fmt.Fprintf(&graph, "[%d]scale=720:540:force_original_aspect_ratio=increase,crop=720:540,crop=480:360:x='t*60':y='t*50',setsar=1[v%d];", i, i)
		fmt.Fprintf(&labels, "[v%d]", i)
	}
	fmt.Fprintf(&graph, "%sconcat=n=%d:v=1[o]", labels.String(), len(photos))
	args = append(args, "-filter_complex", graph.String(), "-map", "[o]", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", to)
	ffmpeg(args...)
}
