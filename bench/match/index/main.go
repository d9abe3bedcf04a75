// Command index measures searching for near fingerprints. It makes the codes
// that peers.py gives to the peers too, and prints what it measured as one line
// of JSON. Times are processor times, so that a busy machine does no harm.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/atleast-desk/atleast/match/index"
)

var (
	size    = flag.Int("n", 1000000, "how many codes")
	set     = flag.String("set", "uniform", "uniform, families (of 300 near copies) or crops (of the photographs in -photos)")
	asked   = flag.Int("queries", 20000, "how many queries")
	radius  = flag.Int("radius", 31, "bits that may differ")
	dir     = flag.String("dir", "", "write the codes and queries here for peers.py")
	photos  = flag.String("photos", "", "folder of JPEG photographs")
	join    = flag.Bool("join", false, "also find all pairs and group them")
	checked = flag.Int("check", 20, "queries checked against reading through all codes")
)

// result is one line of output.
type result struct {
	What       string  `json:"what"`
	Set        string  `json:"set"`
	N          int     `json:"n"`
	Queries    int     `json:"queries"`
	MicrosEach float64 `json:"us_per_query"`
	PerSecond  float64 `json:"queries_per_s"`
	Hits       int     `json:"hits"`
	BuildS     float64 `json:"build_s"`
	BytesEach  float64 `json:"bytes_per_code"`
	Missed     int     `json:"missed_of_checked"`
	JoinS      float64 `json:"join_s,omitempty"`
	Pairs      int     `json:"pairs,omitempty"`
	Groups     int     `json:"groups,omitempty"`
	F1         float64 `json:"pairwise_f1,omitempty"`
	Merges     int     `json:"merged_families"`
}

func main() {
	log.SetFlags(0)
	flag.Parse()
	runtime.GOMAXPROCS(1)
	codes, family := makeCodes(*set, *size)
	queries := makeQueries(codes, *asked)
	if *dir != "" {
		save(filepath.Join(*dir, "codes.bin"), codes)
		save(filepath.Join(*dir, "queries.bin"), queries)
	}
	before := heap()
	began := cpu()
	x := index.New()
	for id, c := range codes {
		x.Add(uint32(id), c)
	}
	x.Pack()
	r := result{What: "atleast", Set: *set, N: len(codes), Queries: len(queries), BuildS: (cpu() - began).Seconds()}
	r.BytesEach = float64(heap()-before) / float64(len(codes))
	began = cpu()
	for _, q := range queries {
		r.Hits += len(x.Search(q, *radius))
	}
	spent := (cpu() - began).Seconds()
	r.MicrosEach, r.PerSecond = spent/float64(len(queries))*1e6, float64(len(queries))/spent
	r.Missed = missed(x, codes, queries[:min(*checked, len(queries))])
	if *join {
		r.joinAll(x, family)
	}
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		log.Fatal(err)
	}
}

// missed counts the codes that reading through finds and Search does not, and the other way round.
func missed(x *index.Index, codes, queries []index.Code) (n int) {
	for _, q := range queries {
		near := map[uint32]bool{}
		for id, c := range codes {
			if distance(c, q) <= *radius {
				near[uint32(id)] = true
			}
		}
		for _, h := range x.Search(q, *radius) {
			if !near[h.ID] {
				n++
			}
			delete(near, h.ID)
		}
		n += len(near)
	}
	return n
}

func save(path string, codes []index.Code) {
	out, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range codes {
		if _, err := out.Write(c[:]); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
}

func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		log.Fatal(fmt.Errorf("index: processor time: %w", err))
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func heap() int64 {
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse)
}
