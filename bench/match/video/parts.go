package main

import (
	"context"
	"fmt"
	"log"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

// piece is a part of a film as it comes in an edited one.
type piece struct {
	from, to float64 // seconds of the film
	speed    float64 // at which it plays, 1 if as it was; negative where it runs backwards
	foreign  bool    // of another film
}

// rework is an edited film, given by its pieces and what is laid over them.
type rework struct {
	name   string
	pieces []piece
	over   string // a filter for the whole
}

var reworks = []rework{
	{"a part cut out", []piece{{from: 1.13, to: 6, speed: 1}, {from: 11.37, to: 16, speed: 1}}, "null"},
	{"parts in another order", []piece{{from: 10.21, to: 15, speed: 1}, {from: 2.05, to: 7, speed: 1}}, "null"},
	{"three seconds played three times", []piece{{from: 3.17, to: 6, speed: 1}, {from: 3.17, to: 6, speed: 1}, {from: 3.17, to: 6, speed: 1}}, "null"},
	{"backwards", []piece{{from: 4.06, to: 9, speed: -1}}, "null"},
	{"forwards, then backwards", []piece{{from: 4.06, to: 8, speed: 1}, {from: 4.06, to: 8, speed: -1}}, "null"},
	{"another film put in", []piece{{from: 2.29, to: 7, speed: 1}, {from: 0, to: 3, speed: 1, foreign: true}, {from: 7, to: 12, speed: 1}}, "null"},
	{"a part sped up by 1.5", []piece{{from: 2.11, to: 6, speed: 1}, {from: 8, to: 14, speed: 1.5}}, "null"},
	{"mirrored, a part cut out", []piece{{from: 1.13, to: 6, speed: 1}, {from: 11.37, to: 16, speed: 1}}, "hflip"},
	{"subtitles in a box", []piece{{from: 5.04, to: 11, speed: 1}}, subtitles("box=1:boxcolor=black:boxborderw=8:")},
	{"subtitles without a box, two lines", []piece{{from: 5.04, to: 11, speed: 1}}, subtitles("") + "," + subtitlesAt("0.80", "")},
}

func subtitles(look string) string { return subtitlesAt("0.88", look) }

// subtitlesAt burns in a number that changes twice a second, between words.
func subtitlesAt(height, look string) string {
	return "drawtext=" + look + "text='the witness says number %{eif\\:t*2\\:d} of them':fontcolor=white:fontsize=w/18:x=(w-tw)/2:y=h*" + height
}

// partScore counts the parts of edited films.
type partScore struct{ films, joined, parts, right, wrong int }

// measureParts looks for each piece of each edited film in the film it is of.
func measureParts(box *media.Sandbox, films []film, r rework, scene int, out string) partScore {
	var score partScore
	for _, source := range films {
		other := slices.IndexFunc(films, func(f film) bool { return filepath.Base(f.path)[:scene] != filepath.Base(source.path)[:scene] })
		if other < 0 || probe(source.path).LengthS < 16 {
			continue
		}
		edited := entry(box, r.make(source.path, films[other].path, out))
		score.films++
		got, joined := partsIn(edited, source.entry)
		if joined {
			score.joined++
		}
		score.add(r.expected(), got)
	}
	return score
}

// expected are the pieces of the film itself, as passages of the edited film.
func (r rework) expected() []atleast.Passage {
	var all []atleast.Passage
	at := 0.0
	for _, p := range r.pieces {
		length := (p.to - p.from) / math.Abs(p.speed)
		begins := p.from
		if p.speed < 0 {
			begins = p.to
		}
		if !p.foreign {
			all = append(all, atleast.Passage{FromS: at, ToS: at + length, AtS: begins, Speed: p.speed})
		}
		at += length
	}
	return all
}

// add counts a piece as right where a passage shows most of it at the right
// time, and a passage as wrong that fits no piece.
func (s *partScore) add(want, got []atleast.Passage) {
	s.parts += len(want)
	fits := func(w, g atleast.Passage) bool {
		from, to := max(w.FromS, g.FromS), min(w.ToS, g.ToS)
		middle := (from + to) / 2
		return to-from > 0.6*min(w.ToS-w.FromS, g.ToS-g.FromS) && math.Abs(at(w, middle)-at(g, middle)) <= 0.2 && math.Abs(w.Speed-g.Speed) < 0.02
	}
	for _, w := range want {
		if slices.ContainsFunc(got, func(g atleast.Passage) bool { return fits(w, g) && g.ToS-g.FromS > 0.6*(w.ToS-w.FromS) }) {
			s.right++
		}
	}
	for _, g := range got {
		if !slices.ContainsFunc(want, func(w atleast.Passage) bool { return fits(w, g) }) {
			s.wrong++
		}
	}
}

// at is the second of the other film that a passage shows at a second of its own.
func at(p atleast.Passage, s float64) float64 { return p.AtS + p.Speed*(s-p.FromS) }

// partsIn asks for the footage of the two and returns what of a is what of b.
func partsIn(a, b match.Entry) ([]atleast.Passage, bool) {
	groups := match.Groups([]match.Entry{a, b}, nil)
	if len(groups) != 1 {
		return nil, false
	}
	for _, m := range groups[0].Members {
		switch {
		case m.To == "":
		case m.Path == a.Path:
			return m.Parts, true
		default:
			return turned(m.Parts), true
		}
	}
	return nil, true
}

// turned are the passages as the other film has them.
func turned(parts []atleast.Passage) []atleast.Passage {
	var back []atleast.Passage
	for _, p := range parts {
		from, to := p.AtS, at(p, p.ToS)
		begins := p.FromS
		if p.Speed < 0 {
			from, to, begins = to, from, p.ToS
		}
		back = append(back, atleast.Passage{FromS: from, ToS: to, AtS: begins, Speed: 1 / p.Speed})
	}
	return back
}

// make writes the edited film.
func (r rework) make(path, other, out string) string {
	edited := filepath.Join(out, "edited.mp4")
	info := probe(path)
	var graph, labels strings.Builder
	for i, p := range r.pieces {
		input := 0
		if p.foreign {
			input = 1
		}
		back := ""
		if p.speed < 0 {
			back = "reverse,"
		}
		fmt.Fprintf(&graph, "[%d:v]trim=%g:%g,%ssetpts=(PTS-STARTPTS)/%g,fps=30,scale=%d:%d,setsar=1[p%d];",
			input, p.from, p.to, back, math.Abs(p.speed), info.Width, info.Height, i)
		fmt.Fprintf(&labels, "[p%d]", i)
	}
	fmt.Fprintf(&graph, "%sconcat=n=%d:v=1,%s[out]", labels.String(), len(r.pieces), r.over)
	ffmpeg("-i", path, "-i", other, "-filter_complex", graph.String(), "-map", "[out]", "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "30", edited)
	return edited
}

// ffmpeg runs it, or ends the measurement.
func ffmpeg(args ...string) {
	if said, err := exec.Command("ffmpeg", append([]string{"-v", "error", "-y"}, args...)...).CombinedOutput(); err != nil {
		log.Fatalf("video: ffmpeg %s: %v: %s", strings.Join(args, " "), err, said)
	}
}

// entry is what the desk keeps of a file.
func entry(box *media.Sandbox, path string) match.Entry {
	print, err := match.ReadFile(context.Background(), box, path)
	if err != nil {
		log.Fatal(err)
	}
	e := match.Entry{Path: path, Kind: atleast.Video, Fingerprint: print}
	copy(e.Digest[:], filepath.Base(path))
	slices.Reverse(e.Digest[:])
	return e
}

// printParts measures all the ways to edit a film and prints the table.
func printParts(box *media.Sandbox, films []film, scene int, out string) {
	fmt.Println("| edit | films | joined | parts | right | wrong |")
	fmt.Println("|---|---|---|---|---|---|")
	for _, r := range reworks {
		s := measureParts(box, films, r, scene, out)
		fmt.Printf("| %s | %d | %d | %d | %d | %d |\n", r.name, s.films, s.joined, s.parts, s.right, s.wrong)
	}
}
