// Command index measures searching for near fingerprints. It makes the codes
// that peers.py gives to the peers too, says on one line of JSON that they can be
// searched, then searches once for every line it reads and says how long it took,
// so that compare.py can let it and the peers take turns. Times are processor
// times, so that a busy machine does less harm.
package main

import (
	"bufio"
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
	size     = flag.Int("n", 1000000, "how many codes")
	set      = flag.String("set", "uniform", "uniform, families (of 300 near copies) or crops (of the photographs in -photos)")
	asked    = flag.Int("queries", 20000, "how many queries")
	radius   = flag.Int("radius", 31, "bits that may differ")
	dir      = flag.String("dir", "", "write the codes and queries here for peers.py")
	distinct = flag.Int("distinct", 200000, "how many different crops are fingerprinted; more codes than that are copies of them with a few bits turned over, as re-encoding does")
	photos   = flag.String("photos", "", "folder of JPEG photographs")
	join     = flag.Bool("join", false, "also find all pairs and group them")
	few      = flag.Int("few", 300, "queries the peers are asked, whose hits are counted apart")
	checked  = flag.Int("check", 20, "queries checked against reading through all codes")
)

// built says what was made.
type built struct {
	What      string  `json:"what"`
	Set       string  `json:"set"`
	N         int     `json:"n"`
	Seconds   float64 `json:"build_s"`
	BytesEach float64 `json:"bytes_per_code"`
}

// searched says how long searching took.
type searched struct {
	MicrosEach float64 `json:"us_per_query"`
	Hits       int     `json:"hits"`
	FewHits    int     `json:"hits_of_few"` // of the queries that the peers are asked
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
	before, began := heap(), cpu()
	x := index.New()
	for id, c := range codes {
		x.Add(uint32(id), c)
	}
	x.Pack()
	tell(built{"atleast", *set, len(codes), (cpu() - began).Seconds(), 0}.weighed(before))
	turns := bufio.NewScanner(os.Stdin)
	for turns.Scan() {
		tell(searchAll(x, queries))
	}
	last := verdict{Checked: min(*checked, len(queries))}
	last.Missed = missed(x, codes, queries[:last.Checked])
	if *join {
		last.joinAll(x, family)
	}
	tell(last)
}

// weighed fills in the memory that is used more than before.
func (b built) weighed(before int64) built {
	b.BytesEach = float64(heap()-before) / float64(b.N)
	return b
}

func searchAll(x *index.Index, queries []index.Code) (s searched) {
	began := cpu()
	for i, q := range queries {
		hits := len(x.Search(q, *radius))
		s.Hits += hits
		if i < *few {
			s.FewHits += hits
		}
	}
	s.MicrosEach = (cpu() - began).Seconds() / float64(len(queries)) * 1e6
	return s
}

func tell(v any) {
	if err := json.NewEncoder(os.Stdout).Encode(v); err != nil {
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
