package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
	"github.com/atleast-desk/atleast/count/check"
)

// kinds of equipment; each two exclude each other.
var kinds = []string{"tank", "truck", "apc", "ifv", "howitzer", "launcher", "radar", "helicopter", "jeep", "engineering"}

// equipment writes n sightings of destroyed vehicles as evidence. A wreck stays
// where it is, so the speed is 100 m a year. One in three was filmed before,
// from a little farther off and a few days later; no verdict says so.
func equipment(args []string) error {
	f := parse("equipment", 100000, args)
	rng := rand.New(rand.NewPCG(f.seed, 6))
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprint(out, `{"case":"losses","what":"vehicles","speed_kmh":0.0000114,"exclusive":`)
	if err := writeJSON(out, excluding(kinds)); err != nil {
		return err
	}
	fmt.Fprint(out, `,"sightings":[`)
	var filmed atleast.Sighting
	for i := range f.n {
		if i > 0 {
			fmt.Fprint(out, ",\n")
		}
		if i == 0 || rng.IntN(3) > 0 {
			filmed = wreck(rng)
		} else {
			filmed = again(rng, filmed)
		}
		filmed.ID = fmt.Sprintf("v%d", i+1)
		if err := writeJSON(out, filmed); err != nil {
			return err
		}
	}
	fmt.Fprint(out, "]}\n")
	return out.Flush()
}

func writeJSON(out *bufio.Writer, x any) error {
	text, err := json.Marshal(x)
	if err != nil {
		return err
	}
	_, err = out.Write(text)
	return err
}

func excluding(kinds []string) (pairs [][2]string) {
	for i, a := range kinds {
		for _, b := range kinds[:i] {
			pairs = append(pairs, [2]string{a, b})
		}
	}
	return pairs
}

// wreck lies somewhere along a front of 1,000 km by 200 km, from two years.
func wreck(rng *rand.Rand) atleast.Sighting {
	day := time.Date(2022, 2, 24, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rng.IntN(730))
	one := int64(1)
	return atleast.Sighting{
		Low: 1, High: &one, Status: atleast.Verified, Kind: kinds[rng.IntN(len(kinds))],
		Place: &atleast.Region{Lat: 46 + 5*rng.Float64(), Lon: 32 + 6*rng.Float64(), RadiusM: 5 + 30*rng.Float64()},
		Time:  &atleast.Span{From: day, To: day.AddDate(0, 0, 1)},
	}
}

// again is a later film of the same wreck.
func again(rng *rand.Rand, s atleast.Sighting) atleast.Sighting {
	from := s.Time.From.AddDate(0, 0, rng.IntN(5))
	s.Place = &atleast.Region{Lat: s.Place.Lat + 0.0001*(rng.Float64()-0.5), Lon: s.Place.Lon, RadiusM: 10 + 50*rng.Float64()}
	s.Time = &atleast.Span{From: from, To: from.AddDate(0, 0, 1)}
	return s
}

// scale reads a file of evidence as "atleast count" does, solves it, and writes
// one line of JSON: seconds for each step and the most memory so far.
func scale(args []string) error {
	f := parse("scale", 0, args)
	file, err := os.Open(f.Arg(0))
	if err != nil {
		return err
	}
	defer file.Close()
	began := time.Now()
	ev, err := atleast.ParseEvidence(bufio.NewReaderSize(file, 1<<20))
	if err != nil {
		return err
	}
	result := map[string]any{"sightings": len(ev.Sightings), "read_seconds": time.Since(began).Seconds()}
	began = time.Now()
	t, err := count.Count(ev, count.Options{Brief: true})
	if err != nil {
		return err
	}
	result["count_seconds"], result["peak_mib"] = time.Since(began).Seconds(), peakMiB()
	result["floor"], result["exact"] = t.Floor, t.Exact
	began = time.Now()
	if err := check.Tally(ev, check.Options{}, t); err != nil {
		return err
	}
	result["check_seconds"], result["peak_checked_mib"] = time.Since(began).Seconds(), peakMiB()
	return json.NewEncoder(os.Stdout).Encode(result)
}

// peakMiB is the most memory the process has held, as Linux tells it.
func peakMiB() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return -1
	}
	for line := range strings.Lines(string(status)) {
		var kib int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kib); err == nil {
			return kib / 1024
		}
	}
	return -1
}
