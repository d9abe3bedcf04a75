// Command hostile hands many damaged media files to the desk, as strangers might:
// the header readers in this process, then the decoders in their children, and
// some of the files to a whole desk. It fails where anything panics, where a file
// gets neither a picture nor a reason, where a child uses more than it may, or
// where a file is written that should not be; and prints what came of the files as
// a Markdown table. The same seed gives the same files.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

var (
	pictures = flag.Int("pictures", 2000, "how many mutated pictures")
	others   = flag.Int("others", 1000, "how many mutated pictures of the corpus")
	films    = flag.Int("films", 100, "how many mutated files that ffmpeg reads")
	reports  = flag.Int("reports", 100, "how many mutated reports, each handed to a whole desk")
	onText   = flag.Int("text", 200, "read the text on one file in so many, too")
	start    = flag.Uint64("seed", 1, "another number gives other files")
	corpus   = flag.String("corpus", "", "a folder of pictures to mutate beside those made here")
	atOnce   = flag.Int("workers", 2, "files worked on at a time")
	onDesk   = flag.Int("desk", 100, "hand one file in so many to a whole desk, too")
	atMost   = flag.Duration("for", 0, "stop after about so long, however many are left; 0 for never")
	keep     = flag.String("keep", "", "a folder for the files that something went wrong with")
)

func main() {
	media.Child(desk.Tasks()...)
	log.SetFlags(0)
	log.SetPrefix("hostile: ")
	flag.Parse()
	bad, err := run(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	if bad > 0 {
		log.Fatalf("%d things went wrong", bad)
	}
}

// trial is what every file goes through, and what is kept of it.
type trial struct {
	scratch string
	sandbox *media.Sandbox
	desk    *desk.Desk
	speaks  []string // the languages in which text is read; none where no program does

	mu      sync.Mutex
	counts  map[string]map[string]int // by format, then by reason; "" where it could be read
	handed  int                       // to the desk
	text    int                       // looked at for text
	faults  []string
	longest time.Duration
	slowest string
}

func run(ctx context.Context) (bad int, err error) {
	scratch, err := os.MkdirTemp("", "hostile")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	t := &trial{scratch: scratch, sandbox: &media.Sandbox{}, counts: map[string]map[string]int{}}
	if t.desk, err = openDesk(ctx, filepath.Join(scratch, "desk"), t.sandbox); err != nil {
		return 0, err
	}
	if reader, ok := media.FindTextReader(ctx, "eng", "ukr", "rus"); ok {
		t.speaks = reader.Languages
	}
	before := listing()
	w := startWatch()
	if err := t.all(ctx); err != nil {
		return 0, err
	}
	if err := t.desk.Audit(ctx); err != nil {
		t.fault("the desk is not as its ledger says: %v", err)
	}
	t.desk.Close()
	t.sandbox.Close()
	w.end()
	t.check(w, difference(before, listing()))
	t.report(os.Stdout, w)
	return len(t.faults), nil
}

func openDesk(ctx context.Context, dir string, s *media.Sandbox) (*desk.Desk, error) {
	d, err := desk.Open(ctx, desk.Config{Dir: dir, Media: s})
	if err != nil {
		return nil, err
	}
	return d, d.OpenCase(ctx, "hostile", atleast.Case{ID: "hostile", Question: "How many of these files do harm?", What: "files"})
}

// all tries the mutated files of both sorts.
func (t *trial) all(ctx context.Context) error {
	still, err := drawn()
	if err != nil {
		return err
	}
	made, missing, err := cooked(t.scratch, pictureRecipes)
	if err != nil {
		return err
	}
	moving, more, err := cooked(t.scratch, filmRecipes)
	if err != nil {
		return err
	}
	if missing = append(missing, more...); len(missing) > 0 {
		log.Printf("left out, since no program here makes them: %q", missing)
	}
	var foreign []seed
	if *corpus != "" {
		if foreign, err = found(*corpus); err != nil {
			return err
		}
	}
	written, err := said()
	if err != nil {
		return err
	}
	t.sort(ctx, written, *reports, wordy, 0.1)
	t.sort(ctx, moving, *films, 2, 0.35)
	t.sort(ctx, foreign, *others, 1, 0.2)
	t.sort(ctx, append(still, made...), *pictures, 0, 0.35)
	return nil
}

// wordy is the stream of files that are reports.
const wordy = 3

// saidEvery is how many files lie between two lines about how far it has come.
const saidEvery = 2500

// sort tries n mutated files of the seeds, the first of each as they are; fewer
// where its share of the time is over before.
func (t *trial) sort(ctx context.Context, seeds []seed, n int, stream uint64, share float64) {
	if len(seeds) == 0 {
		return
	}
	begun, tried := time.Now(), 0
	defer func() {
		log.Printf("%d files made from %d in %v", tried, len(seeds), time.Since(begun).Round(time.Second))
	}()
	numbers := make(chan int)
	var group sync.WaitGroup
	for worker := range *atOnce {
		path := filepath.Join(t.scratch, fmt.Sprintf("file-%d-%d", stream, worker))
		group.Go(func() {
			for i := range numbers {
				s := seeds[i%len(seeds)]
				r := rand.New(rand.NewPCG(*start<<8|stream, uint64(i)))
				content, how := s.content, "as it is"
				if i >= len(seeds) {
					content, how = mutated(r, s.content, seeds[r.IntN(len(seeds))].content)
				}
				if stream == wordy && i >= len(seeds) && r.IntN(3) == 0 {
					content, how = blownUp(r, content), how+", blown up"
				}
				f := input{path: path, format: s.format, name: fmt.Sprintf("%s %d (%s)", s.format, i, how), content: content, report: stream == wordy}
				f.whole, f.text = r.IntN(*onDesk) == 0, r.IntN(*onText) == 0
				t.try(ctx, f)
				if i > 0 && i%saidEvery == 0 {
					log.Printf("%d of %d in %v", i, n, time.Since(begun).Round(time.Second))
				}
			}
		})
	}
	limit := time.Duration(share * float64(*atMost))
	for ; tried < n && (limit == 0 || time.Since(begun) < limit); tried++ {
		numbers <- tried
	}
	close(numbers)
	group.Wait()
}

// input is one file to be tried.
type input struct {
	path, format, name string
	content            []byte
	report             bool // and no medium
	whole, text        bool // hand it to a whole desk; read the text on it
}

// try takes one file all the way.
func (t *trial) try(ctx context.Context, f input) {
	begun := time.Now()
	reason := "fault"
	defer func() {
		if p := recover(); p != nil {
			t.fault("%s: the desk panicked: %v\n%s", f.name, p, debug.Stack())
			t.keep(f.name, f.content)
		}
		t.count(f.format, reason, f.name, time.Since(begun))
	}()
	var err error
	if f.report {
		reason, err = t.tryReport(ctx, f.name, f.content)
	} else {
		reason, err = t.tryMedium(ctx, f)
	}
	if err != nil {
		t.fault("%s: %v", f.name, err)
		t.keep(f.name, f.content)
	}
}

func (t *trial) tryMedium(ctx context.Context, f input) (reason string, err error) {
	if err := os.WriteFile(f.path, f.content, 0o600); err != nil {
		return "fault", err
	}
	if reason, err = t.read(ctx, f.path, f.content); err == nil && f.whole {
		err = t.handIn(ctx, f.name, f.content)
	}
	if err == nil && f.text && len(t.speaks) > 0 {
		err = t.readText(ctx, f.path)
	}
	if left, same := os.ReadFile(f.path); same != nil || !bytes.Equal(left, f.content) {
		err = errors.Join(err, fmt.Errorf("the file was changed: %w", same))
	}
	return reason, err
}

// readText looks for text on the file.
func (t *trial) readText(ctx context.Context, path string) error {
	_, err := t.sandbox.Text(ctx, path, t.speaks...)
	t.mu.Lock()
	t.text++
	t.mu.Unlock()
	_, err = reasonOf(err)
	return err
}

// read looks at the file, fingerprints it and makes a small copy. Whatever it
// holds, each gives an answer or a reason.
func (t *trial) read(ctx context.Context, path string, content []byte) (reason string, err error) {
	if _, err := intake.Look(bytes.NewReader(content), int64(len(content))); err != nil {
		return "fault", err
	}
	_, err = match.ReadFile(ctx, t.sandbox, path)
	if reason, err = reasonOf(err); err != nil {
		return "fault", err
	}
	_, err = t.sandbox.Thumbnail(ctx, path, 64)
	if _, err := reasonOf(err); err != nil {
		return "fault", err
	}
	return reason, nil
}

// reasonOf takes the reason from a refusal; another error stays one.
func reasonOf(err error) (string, error) {
	var refused *media.Refused
	if errors.As(err, &refused) {
		return string(refused.Reason), nil
	}
	return "", err
}

func (t *trial) handIn(ctx context.Context, name string, content []byte) error {
	file := intake.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
	_, err := t.desk.Add(ctx, "hostile", "hostile", file)
	if errors.Is(err, intake.ErrUnusable) {
		err = nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.handed++
	return err
}

func (t *trial) count(format, reason, name string, took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.counts[format] == nil {
		t.counts[format] = map[string]int{}
	}
	t.counts[format][reason]++
	if took > t.longest {
		t.longest, t.slowest = took, name
	}
}

func (t *trial) fault(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.faults = append(t.faults, fmt.Sprintf(format, args...))
	log.Printf(format, args...)
}

func (t *trial) keep(name string, content []byte) {
	if *keep == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*keep, name), content, 0o600); err != nil {
		log.Print(err)
	}
}
