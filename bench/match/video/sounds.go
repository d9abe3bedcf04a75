package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

const (
	soundHz    = 22050 // samples a second of what is made here
	sourceS    = 60    // seconds of it
	soundClipS = 8
)

// soundEdit is one way to mangle a piece of sound.
type soundEdit struct {
	name   string
	filter string
	ending string
	args   []string
	speed  float64
	noise  float64 // loudness of noise that is mixed in, against the sound's
}

var soundEdits = []soundEdit{
	{name: "mp3 at 32 kb/s", ending: ".mp3", args: []string{"-c:a", "libmp3lame", "-b:a", "32k"}},
	{name: "opus at 32 kb/s", ending: ".ogg", args: []string{"-c:a", "libopus", "-b:a", "32k"}},
	{name: "noise 10 dB below it, opus at 32 kb/s", ending: ".ogg", args: []string{"-c:a", "libopus", "-b:a", "32k"}, noise: 0.32},
	{name: "noise as loud as it", ending: ".wav", noise: 1},
	{name: "1.25 times as fast", ending: ".mp3", filter: "atempo=1.25", args: []string{"-b:a", "64k"}, speed: 1.25},
	{name: "1.25 times as fast, pitch raised", ending: ".mp3", filter: "asetrate=" + strconv.Itoa(soundHz*5/4), args: []string{"-b:a", "64k"}, speed: 1.25},
	{name: "as over a telephone, opus at 12 kb/s", ending: ".ogg", filter: "highpass=300,lowpass=3400,volume=0.3", args: []string{"-c:a", "libopus", "-b:a", "12k"}},
	{name: "with an echo", ending: ".mp3", filter: "aecho=0.8:0.6:120:0.4", args: []string{"-b:a", "64k"}},
}

// source is a sound that clips are cut out of.
type source struct {
	name  string // those of one name are the same recording
	path  string
	entry match.Entry
}

// printSounds looks for pieces of sound in what they were cut out of, and in all
// the rest, and prints the tables.
func printSounds(box *media.Sandbox, films []film, scene int, out string) {
	sources := soundSources(box, films, scene, out)
	fmt.Printf("%d sounds\n\n| edit | clips | found | offset right | pairs of others | wrong |\n|---|---|---|---|---|---|\n", len(sources))
	for _, e := range soundEdits {
		clips, others, found, right, wrong := 0, 0, 0, 0, 0
		for i, s := range sources {
			for k, begins := range [2]float64{3.37, 9.81} {
				clip := soundEntry(box, s.cut(e, begins, out, uint64(2*i+k)))
				clips++
				for _, o := range sources {
					parts, joined := partsIn(clip, o.entry)
					switch {
					case o.path == s.path && joined:
						found++
						if len(parts) == 1 && math.Abs(parts[0].AtS-parts[0].Speed*parts[0].FromS-begins) <= 0.2 {
							right++
						}
					case o.name != s.name:
						others++
						if joined {
							wrong++
						}
					}
				}
			}
		}
		fmt.Printf("| %s | %d | %d | %d | %d | %d |\n", e.name, clips, found, right, others, wrong)
	}
	printDubbed(box, films, scene, out)
}

// soundSources are the films' own sound, speech of four voices with few words,
// and tunes of few notes to one beat, so that much of what is not the same is alike.
func soundSources(box *media.Sandbox, films []film, scene int, out string) []source {
	var all []source
	add := func(name, path string) { all = append(all, source{name, path, soundEntry(box, path)}) }
	for _, f := range films {
		if name := filepath.Base(f.path); probe(f.path).LengthS > 18 {
			path := filepath.Join(out, name+".wav")
			ffmpeg("-i", f.path, "-vn", "-ac", "1", "-ar", strconv.Itoa(soundHz), path)
			add(name[:scene], path)
		}
	}
	r := rand.New(rand.NewPCG(1, 1))
	for i, voice := range []string{"slt", "rms", "awb", "kal"} {
		for k, text := range []string{sentences(rand.New(rand.NewPCG(2, 2))), sentences(r)} {
			name := fmt.Sprintf("speech-%d-%d.wav", i, k)
			path := filepath.Join(out, name)
			ffmpeg("-f", "lavfi", "-i", "flite=text='"+text+"':voice="+voice, "-t", strconv.Itoa(sourceS), "-ar", strconv.Itoa(soundHz), path)
			add(name, path)
		}
	}
	for i := range 6 {
		name := fmt.Sprintf("tune-%d.wav", i)
		path := filepath.Join(out, name)
		writeWAV(path, tune(r))
		add(name, path)
	}
	return all
}

var words = strings.Fields(`the a of in and at least forty houses people soldiers were was flooded captured killed seen today on
	monday near river bridge mayor said told reporters officials that more than hundred two three twelve village north road`)

func sentences(r *rand.Rand) string {
	var b strings.Builder
	for i := range 220 {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteString([]string{" ", " ", " ", " ", ". "}[i%5])
	}
	return b.String()
}

// tune is a minute of notes of one scale to one beat, with overtones.
func tune(r *rand.Rand) []int16 {
	scale := []float64{220, 247, 277, 330, 370, 440, 494, 554, 660, 740}
	samples := make([]int16, soundHz*sourceS)
	beat := soundHz / 4
	for begins := 0; begins < len(samples); begins += beat {
		tone := scale[r.IntN(len(scale))]
		for i := begins; i < min(begins+beat, len(samples)); i++ {
			t := float64(i-begins) / soundHz
			v := 0.0
			for overtone := 1.0; overtone < 6; overtone++ {
				v += math.Sin(2*math.Pi*tone*overtone*t) / overtone
			}
			samples[i] = int16(6000 * v * math.Exp(-4*t))
		}
	}
	return samples
}

// cut writes the piece that begins at the second, mangled.
func (s source) cut(e soundEdit, begins float64, out string, seed uint64) string {
	length := soundClipS * max(1, e.speed)
	raw, err := exec.Command("ffmpeg", "-v", "error", "-ss", fmt.Sprint(begins), "-t", fmt.Sprint(length), "-i", s.path, "-f", "s16le", "-ac", "1", "-ar", strconv.Itoa(soundHz), "-").Output()
	if err != nil {
		log.Fatalf("video: cut %s: %v", s.path, err)
	}
	samples := make([]int16, len(raw)/2)
	sum := 0.0
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
		sum += float64(samples[i]) * float64(samples[i])
	}
	r := rand.New(rand.NewPCG(3, seed))
	noise := e.noise * math.Sqrt(sum/float64(len(samples)))
	for i := range samples {
		samples[i] = int16(max(math.MinInt16, min(math.MaxInt16, float64(samples[i])+noise*r.NormFloat64())))
	}
	plain, clip := filepath.Join(out, "plain.wav"), filepath.Join(out, "clip"+e.ending)
	writeWAV(plain, samples)
	args := []string{"-i", plain}
	if e.filter != "" {
		args = append(args, "-af", e.filter)
	}
	ffmpeg(append(append(args, e.args...), clip)...)
	return clip
}

func writeWAV(path string, samples []int16) {
	b := append([]byte("RIFF"), 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(b[4:], uint32(36+2*len(samples)))
	b = append(b, "WAVEfmt "...)
	for _, v := range []uint32{16, 1 | 1<<16, soundHz, 2 * soundHz, 2 | 16<<16} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint32(append(b, "data"...), uint32(2*len(samples)))
	for _, v := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		log.Fatal(err)
	}
}

func soundEntry(box *media.Sandbox, path string) match.Entry {
	e := entry(box, path)
	e.Kind = atleast.Audio
	return e
}

// printDubbed puts other pictures, or none, to the sound of a film.
func printDubbed(box *media.Sandbox, films []film, scene int, out string) {
	fmt.Println("\n| the sound of a film under | films | joined | same sound told |")
	fmt.Println("|---|---|---|---|")
	for _, c := range []struct{ name, pictures string }{{"the pictures of another", ""}, {"black", "color=black:size=480x720:rate=30"}} {
		n, joined, told := 0, 0, 0
		for i, f := range films {
			other := films[(i+len(films)/2)%len(films)]
			if filepath.Base(other.path)[:scene] == filepath.Base(f.path)[:scene] {
				continue
			}
			pictures := []string{"-i", other.path}
			if c.pictures != "" {
				pictures = []string{"-f", "lavfi", "-i", c.pictures}
			}
			dubbed := filepath.Join(out, "dubbed.mp4")
			ffmpeg(append(pictures, "-i", f.path, "-map", "0:v", "-map", "1:a", "-shortest", "-c:v", "libx264", "-preset", "veryfast", "-c:a", "aac", "-b:a", "64k", dubbed)...)
			groups := match.Groups([]match.Entry{entry(box, dubbed), f.entry}, nil)
			n++
			if len(groups) == 1 {
				joined++
			} else if len(groups[0].Members[0].SameSound) > 0 {
				told++
			}
		}
		fmt.Printf("| %s | %d | %d | %d |\n", c.name, n, joined, told)
	}
}
