// Command pdq measures the fingerprints of package pdq: agree compares them with
// what the published program printed, time takes the time from file to
// fingerprint.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

func main() {
	log.SetFlags(0)
	switch {
	case len(os.Args) == 3 && os.Args[1] == "agree":
		agree(os.Args[2])
	case len(os.Args) > 3 && os.Args[1] == "time":
		repeats, err := strconv.Atoi(os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		timed(repeats, os.Args[3:])
	default:
		log.Fatal("usage: pdq agree CORPORA | pdq time REPEATS FILE...")
	}
}

// agree prints how far the fingerprints of the files listed in pdq/pdq.tsv are
// from the listed ones, by how much of a JPEG is decoded.
func agree(corpora string) {
	fmt.Println("| decoded | pictures | equal | within 10 bits | worst | quality off by more than 2 |\n|---|---:|---:|---:|---:|---:|")
	for _, way := range []struct {
		name string
		read func([]byte) (pdq.Hash, int, error)
	}{{"all of it", whole}, {"no more than needed", pdq.Read}} {
		n, equal, near, worst, off := 0, 0, 0, 0, 0
		for path, want := range listed(corpora) {
			b, err := os.ReadFile(path)
			if err != nil {
				log.Fatal(err)
			}
			h, quality, err := way.read(b)
			if err != nil {
				log.Fatalf("%s: %v", path, err)
			}
			d := h.Distance(want.hash)
			n++
			worst = max(worst, d)
			if d == 0 {
				equal++
			}
			if d <= 10 {
				near++
			}
			if max(quality-want.quality, want.quality-quality) > 2 {
				off++
			}
		}
		fmt.Printf("| %s | %d | %d | %d (%.1f %%) | %d | %d |\n", way.name, n, equal, near, 100*float64(near)/float64(n), worst, off)
	}
}

func whole(b []byte) (pdq.Hash, int, error) {
	p, err := luma.Read(b, 0)
	if err != nil {
		return pdq.Hash{}, 0, err
	}
	h, quality := pdq.Sum(p)
	return h, quality, nil
}

type printed struct {
	hash    pdq.Hash
	quality int
}

// listed returns what the published program printed for pictures of quality 80 and more.
func listed(corpora string) map[string]printed {
	f, err := os.Open(filepath.Join(corpora, "pdq/pdq.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	out := map[string]printed{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		quality, err := strconv.Atoi(fields[1])
		if err != nil || quality < 80 {
			continue // the heading, or too little to see
		}
		h, err := pdq.Parse(fields[2])
		if err != nil {
			log.Fatal(err)
		}
		out[filepath.Join(corpora, fields[0])] = printed{h, quality}
	}
	return out
}

// timed prints, for each file, the least milliseconds from file to fingerprint:
// of PDQ alone, and of everything matching keeps.
func timed(repeats int, files []string) {
	runtime.GOMAXPROCS(1)
	for _, file := range files {
		var hash pdq.Hash
		alone := least(repeats, file, func(b []byte) (err error) {
			hash, _, err = pdq.Read(b)
			return err
		})
		all := least(max(1, repeats/3), file, func(b []byte) error {
			_, err := match.Read(file, b)
			return err
		})
		line, err := json.Marshal(map[string]any{"file": file, "pdq": hash.String(), "ms": alone, "all_ms": all})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(string(line))
	}
}

func least(repeats int, file string, do func([]byte) error) float64 {
	best := time.Hour
	for range repeats {
		start := time.Now()
		b, err := os.ReadFile(file)
		if err == nil {
			err = do(b)
		}
		if err != nil {
			log.Fatalf("%s: %v", file, err)
		}
		best = min(best, time.Since(start))
	}
	return best.Seconds() * 1000
}
