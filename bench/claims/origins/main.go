// Command origins prints how well independent origins are told from repeats in
// invented stories: from claims marked by hand, and from claims as the desk
// reads them.
//
//	go run ./bench/claims/origins
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"slices"

	"github.com/atleast-desk/atleast/bench/claims/origins/stories"
	"github.com/atleast-desk/atleast/corroborate"
)

func main() {
	dir := flag.String("stories", "corroborate/testdata/stories", "folder of stories (others lie beside it)")
	misses := flag.Bool("misses", false, "name the stories that are not wholly right")
	flag.Parse()
	all, err := stories.Read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("claims marked by hand")
	report(all, *misses, func(s stories.Story) []corroborate.Report { return s.Reports })
	fmt.Println("\nclaims read by the desk")
	report(all, *misses, stories.Story.Reread)
}

func report(all []stories.Story, misses bool, of func(stories.Story) []corroborate.Report) {
	mixes := map[string]stories.Score{}
	var total stories.Score
	for _, s := range all {
		score := s.ScoreOf(corroborate.Figures(of(s), corroborate.Options{}))
		mixes[s.Mix] = mixes[s.Mix].Add(score)
		total = total.Add(score)
		if misses && (score.Found != score.Right || score.Right != score.True) {
			fmt.Printf("  %s: %d true, %d found, %d right\n", s.Name, score.True, score.Found, score.Right)
		}
	}
	fmt.Printf("  %-20s %8s %5s %6s %6s %10s %7s\n", "mix", "stories", "true", "found", "right", "precision", "recall")
	for _, mix := range slices.Sorted(maps.Keys(mixes)) {
		line(mix, mixes[mix])
	}
	line("all", total)
}

func line(name string, s stories.Score) {
	fmt.Printf("  %-20s %8d %5d %6d %6d %10.3f %7.3f\n", name, s.Stories, s.True, s.Found, s.Right, s.Precision(), s.Recall())
}
