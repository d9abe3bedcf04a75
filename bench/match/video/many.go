package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"syscall"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/pdq"
)

// Made-up films, so that there can be many: what is kept of them is written here
// as doc/formats/film.md says, without a picture or a sound.
const (
	shotsEachS    = 10   // frames a second that are kept
	notesEachS    = 20   // notes a second
	turnEach      = 5    // bits by which a frame differs from the one before
	turnCopy      = 6    // bits by which a copy's frame differs from what it is a copy of
	largestFamily = 300  // films of one recording
	aloneShare    = 0.5  // of the films, those of which there is no copy
	noteKept      = 0.5  // part of the notes that are found in a copy again
	markKinds     = 1e6  // of the marks that notes can have, how many are common
	manySeed      = 2026 // of all that is random here
)

// scene is a recording as it would be fingerprinted.
type scene struct {
	length float64
	shots  []frame
	notes  []note
}

type frame struct {
	at   float64
	face [2]pdq.Hash // as it is and mirrored
}

type note struct {
	at   float64
	mark uint32
}

// recording makes up a scene in which something moves all the time.
func recording(r *rand.Rand) scene {
	s := scene{length: 10 + 50*r.Float64()}
	var now frame
	for i := range now.face[0] {
		now.face[0][i], now.face[1][i] = byte(r.Uint32()), byte(r.Uint32())
	}
	for ; now.at < s.length; now.at += 1.0 / shotsEachS {
		now.turn(r, turnEach)
		s.shots = append(s.shots, now)
	}
	for at := 0.0; at < s.length; at += r.ExpFloat64() / notesEachS {
		s.notes = append(s.notes, note{at, s.mark(r)})
	}
	return s
}

// mark is one that may come in any film.
func (scene) mark(r *rand.Rand) uint32 { return uint32(r.IntN(markKinds))*16 + 1 }

// turn turns over some bits of the frame.
func (f *frame) turn(r *rand.Rand, bits int) {
	for side := range f.face {
		for range bits {
			bit := r.IntN(pdq.Bits)
			f.face[side][bit/8] ^= 1 << (bit % 8)
		}
	}
}

// copied is what somebody posts of the scene: all of it or some seconds, some
// mirrored, some sped up.
func (s scene) copied(r *rand.Rand) scene {
	from, to, speed, mirrored := 0.0, s.length, 1.0, false
	switch r.IntN(10) {
	case 0, 1, 2:
		from = (s.length - 6) * r.Float64()
		to = min(s.length, from+6+10*r.Float64())
	case 3:
		mirrored = true
	case 4:
		speed = 1.25
	}
	c := scene{length: (to - from) / speed}
	for _, f := range s.shots {
		if f.at < from || f.at >= to {
			continue
		}
		f.at = (f.at - from) / speed
		if mirrored {
			f.face[0], f.face[1] = f.face[1], f.face[0]
		}
		f.turn(r, turnCopy)
		c.shots = append(c.shots, f)
	}
	for _, n := range s.notes {
		switch {
		case n.at < from || n.at >= to:
		case speed == 1 && r.Float64() < noteKept:
			c.notes = append(c.notes, note{n.at - from, n.mark})
		default:
			c.notes = append(c.notes, note{(n.at - from) / speed, s.mark(r)})
		}
	}
	return c
}

// entry is the scene as the desk keeps it.
func (s scene) entry(i, family int) match.Entry {
	var print match.Fingerprint
	if err := print.UnmarshalBinary(s.bytes()); err != nil {
		log.Fatal(err)
	}
	e := match.Entry{Path: fmt.Sprintf("%d/%d", family, i), Kind: atleast.Video, Fingerprint: print}
	binary.BigEndian.PutUint32(e.Digest[:], uint32(i)+1)
	return e
}

func (s scene) bytes() []byte {
	millis := func(b []byte, t float64) []byte {
		return binary.LittleEndian.AppendUint32(b, uint32(math.Round(t*1000)))
	}
	b := []byte("atlfv2\n")
	b = binary.LittleEndian.AppendUint32(b, 1280)
	b = binary.LittleEndian.AppendUint32(b, 720)
	b = millis(b, s.length)
	for _, edge := range [4]uint16{0, 0, math.MaxUint16, math.MaxUint16} {
		b = binary.LittleEndian.AppendUint16(b, edge)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(s.shots)))
	for _, f := range s.shots {
		b = append(millis(b, f.at), 100)
		for _, h := range [4]pdq.Hash{f.face[0], f.face[1], f.face[0], f.face[1]} {
			b = append(b, h[:]...)
		}
	}
	b = append(b, make([]byte, 10)...) // nothing is shown within
	b = binary.LittleEndian.AppendUint16(b, uint16(len(s.notes)))
	for _, n := range s.notes {
		b = binary.LittleEndian.AppendUint32(millis(b, n.at), n.mark)
	}
	return b
}

// madeUp are so many films, of families of every size.
func madeUp(films int) (all []match.Entry) {
	r := rand.New(rand.NewPCG(manySeed, uint64(films)))
	for family := 0; len(all) < films; family++ {
		s := recording(r)
		all = append(all, s.entry(len(all), family))
		if r.Float64() < aloneShare {
			continue
		}
		copies := int(math.Pow(largestFamily, r.Float64()))
		for ; copies > 0 && len(all) < films; copies-- {
			all = append(all, s.copied(r).entry(len(all), family))
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// printMany groups more and more films and prints what it takes.
func printMany(sizes string) {
	fmt.Println("| films | largest family | processor time | exponent | precision | recall |")
	fmt.Println("|---|---|---|---|---|---|")
	var lastN, lastS float64
	for _, text := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			log.Fatalf("video: -many %s: %v", sizes, err)
		}
		films := madeUp(n)
		begun := processorS()
		groups := match.Groups(films, nil)
		took := processorS() - begun
		exponent := "-"
		if lastN > 0 {
			exponent = fmt.Sprintf("%.2f", math.Log(took/lastS)/math.Log(float64(n)/lastN))
		}
		lastN, lastS = float64(n), took
		largest, precision, recall := pairwise(films, groups)
		fmt.Printf("| %d | %d | %.1f s | %s | %.4f | %.4f |\n", n, largest, took, exponent, precision, recall)
	}
}

// pairwise compares groups with the families that were made.
func pairwise(films []match.Entry, groups []atleast.Footage) (largest int, precision, recall float64) {
	pairs := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	familyOf := func(path string) string { return path[:strings.Index(path, "/")] }
	sizes := map[string]int{}
	for _, f := range films {
		sizes[familyOf(f.Path)]++
	}
	made, found, right := 0.0, 0.0, 0.0
	for _, n := range sizes {
		largest = max(largest, n)
		made += pairs(n)
	}
	for _, g := range groups {
		within := map[string]int{}
		for _, m := range g.Members {
			within[familyOf(m.Path)]++
		}
		found += pairs(len(g.Members))
		for _, n := range within {
			right += pairs(n)
		}
	}
	return largest, right / max(found, 1), right / max(made, 1)
}

// processorS is how many seconds of processor time this program has used.
func processorS() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		log.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
