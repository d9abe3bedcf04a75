package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a long work has come: a bar where somebody looks on, a
// plain line now and then where the output goes to a file.
type progress struct {
	to    io.Writer
	verb  string
	total int
	count int
	said  time.Time
	bar   *progressbar.ProgressBar
}

// lineEvery is how often a plain line is printed.
const lineEvery = 5 * time.Second

func newProgress(to io.Writer, verb string, total int) progress {
	p := progress{to: to, verb: verb, total: total, said: time.Now()}
	if f, ok := to.(*os.File); ok && term.IsTerminal(int(f.Fd())) && total > 1 {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(to), progressbar.OptionSetDescription(verb),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
	}
	return p
}

// step says that one more is done.
func (p *progress) step(name string) {
	p.count++
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
		return
	}
	if time.Since(p.said) >= lineEvery {
		p.said = time.Now()
		fmt.Fprintf(p.to, "%s %d of %d: %s\n", p.verb, p.count, p.total, name)
	}
}

// clear takes the bar off the line so that a message can be printed.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear() // as above
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish() // as above
	}
}
