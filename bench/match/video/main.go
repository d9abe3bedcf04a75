// Command video measures how clips are found in the films they were cut from. It
// cuts five seconds out of each film at several places, mangles them with
// ffmpeg, and looks for each in every film; beside it, the rule of vPDQ is
// applied to the same files. It prints a Markdown table.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

const clipS = 5

// edit is one way to mangle a clip.
type edit struct {
	name   string
	filter string
	args   []string
}

var edits = []edit{
	{"re-encoded, quality 35", "null", []string{"-crf", "35"}},
	{"half the size", "scale=iw/4*2:-2,scale=iw/2:-2", nil},
	{"letterboxed", "scale=iw*0.6:-2,pad=iw:ih*1.4:0:(oh-ih)/2", nil},
	{"mirrored", "hflip", nil},
	{"sped up by 1.25", "setpts=PTS/1.25", nil},
	{"15 frames a second", "fps=15", nil},
	{"brighter and greyer", "eq=brightness=0.08:saturation=0.3", nil},
	{"subtitle bar burnt in", "drawbox=0:ih*0.85:iw:ih*0.1:black:fill", nil},
	{"at half the speed", "setpts=2*PTS,fps=30", nil},
	{"behind three seconds of a channel's sign", sign, nil},
	{"in a corner of another film, a quarter of it", "scale=240:-2[s];testsrc2=s=480x720:r=30[b];[b][s]overlay=W-w-16:H-h-16:shortest=1", nil},
	{"between blurred copies of itself", "split[x][y];[x]scale=640:640:force_original_aspect_ratio=increase,crop=640:640,boxblur=20[b];" +
		"[y]scale=640:640:force_original_aspect_ratio=decrease[s];[b][s]overlay=(W-w)/2:(H-h)/2", nil},
	{"in a post on a screen that was recorded", screen, nil},
}

// sign is what a channel puts before whatever it publishes.
const sign = "tpad=start_duration=3:color=0x203080," +
	"drawbox=x=iw*0.1:y=ih*0.2:w=iw*0.3:h=ih*0.2:color=yellow:t=fill:enable='lt(t,3)'," +
	"drawtext=text='CHANNEL 9':fontcolor=white:fontsize=w/8:x=(w-tw)/2:y=h*0.4+60*t:enable='lt(t,3)'"

// screen is a post on a telephone: what is written around it stays.
const screen = "scale=360:220:force_original_aspect_ratio=decrease,pad=360:640:(ow-iw)/2:70:white,drawbox=0:0:360:70:0x222222:fill," +
	"drawtext=text='21.37   LTE   84':fontcolor=white:fontsize=20:x=10:y=10,drawtext=text='what the post says':fontcolor=black:fontsize=22:x=10:y=300," +
	"drawbox=10:360:30:30:0x4488cc:fill,drawtext=text='what somebody answers':fontcolor=black:fontsize=18:x=50:y=366," +
	"drawbox=0:590:360:50:0xdddddd:fill,drawtext=text='HOME   SEARCH   LIVE':fontcolor=black:fontsize=20:x=40:y=605"

// film is a file with what each method keeps of it.
type film struct {
	path   string
	entry  match.Entry
	frames []vpdqFrame
}

// score counts what one method made of one edit.
type score struct{ clips, found, wrong, offsets int }

func main() {
	log.SetFlags(0)
	media.Child(match.Task())
	every := flag.Float64("every", 4, "seconds from one clip to the next")
	scenes := flag.Int("scene", 5, "letters of the name by which films of one scene are told")
	tables := flag.String("tables", "clips parts strangers sounds", "what is measured")
	photos := flag.String("photos", "../../../../shared/corpora/photos/test", "folder of photographs, for films of strangers")
	many := flag.String("many", "", "instead of that: how many films are grouped, as 100,1000")
	flag.Parse()
	if *many != "" {
		printMany(*many)
		return
	}
	box := &media.Sandbox{}
	defer box.Close()
	var films []film
	for _, path := range flag.Args() {
		films = append(films, read(box, path))
	}
	out, err := os.MkdirTemp("", "clips")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(out) }() // clips that can be cut again
	if strings.Contains(*tables, "clips") {
		printClips(box, films, *every, *scenes, out)
	}
	if strings.Contains(*tables, "parts") {
		fmt.Println()
		printParts(box, films, *scenes, out)
	}
	if strings.Contains(*tables, "strangers") {
		fmt.Println()
		printStrangers(box, *photos, out)
	}
	if strings.Contains(*tables, "sounds") {
		fmt.Println()
		printSounds(box, films, *scenes, out)
	}
}

// printClips measures all the ways to mangle a clip and prints the table.
func printClips(box *media.Sandbox, films []film, every float64, scenes int, out string) {
	fmt.Println("| edit | clips | found | offset right | vPDQ found | wrong | vPDQ wrong |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, e := range edits {
		ours, theirs := measure(box, films, e, every, scenes, out)
		fmt.Printf("| %s | %d | %d | %d | %d | %d | %d |\n", e.name, ours.clips, ours.found, ours.offsets, theirs.found, ours.wrong, theirs.wrong)
	}
}

// measure looks for every clip of every film, mangled so, in all films.
func measure(box *media.Sandbox, films []film, e edit, every float64, scene int, out string) (ours, theirs score) {
	for _, source := range films {
		info := probe(source.path)
		for at := 0.3; at+clipS <= info.LengthS; at += every {
			clip := read(box, cut(e, source.path, at, out))
			ours.clips++
			for _, other := range films {
				same := other.path == source.path
				if !same && filepath.Base(other.path)[:scene] == filepath.Base(source.path)[:scene] {
					continue // the same scene, edited: neither right nor wrong
				}
				offset, found := locate(clip, other)
				likewise := vpdqMatches(clip.frames, other.frames)
				ours.count(same, found)
				theirs.count(same, likewise)
				if same && found && math.Abs(offset-at) <= 0.2 {
					ours.offsets++
				}
			}
		}
	}
	return ours, theirs
}

func (s *score) count(same, found bool) {
	switch {
	case found && same:
		s.found++
	case found:
		s.wrong++
	}
}

// locate asks for the footage of the two, as the desk does.
func locate(clip, source film) (offset float64, found bool) {
	groups := match.Groups([]match.Entry{clip.entry, source.entry}, nil)
	if len(groups) != 1 {
		return 0, false
	}
	for _, m := range groups[0].Members {
		if m.Path == clip.path && m.OffsetS != nil {
			return *m.OffsetS, true
		}
	}
	return math.NaN(), true
}

func read(box *media.Sandbox, path string) film {
	return film{path: path, entry: entry(box, path), frames: vpdqFrames(box, path)}
}

func probe(path string) media.Info {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	info, err := media.ProbeFile(file)
	if err != nil {
		log.Fatal(err)
	}
	return info
}

// cut makes the mangled clip that begins at the second.
func cut(e edit, path string, at float64, out string) string {
	clip := filepath.Join(out, "clip.mp4")
	args := []string{"-ss", strconv.FormatFloat(at, 'f', 3, 64), "-t", strconv.Itoa(clipS), "-i", path, "-an", "-vf", e.filter,
		"-c:v", "libx264", "-preset", "veryfast"}
	ffmpeg(append(append(args, e.args...), clip)...)
	return clip
}
