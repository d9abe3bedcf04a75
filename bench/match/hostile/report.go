package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast/media"
)

// reasons are the columns of the table.
var reasons = []media.Reason{"", media.Damaged, media.Unsupported, media.Unknown, media.TooLarge, media.OutOfMemory, media.OutOfTime, media.Crashed}

// most is how much more than its limit a child may be seen to use: what it had
// mapped before it was shut in.
const most = media.MaxMemory + 16<<20

// mostOwn is how much memory the desk may use, which reads reports itself.
const mostOwn = 2 << 30

// check turns what was seen into faults.
func (t *trial) check(w *watch, written []string) {
	for _, name := range written {
		t.fault("written, changed or removed meanwhile: %s", name)
	}
	for name := range w.written {
		t.fault("a child had this file open for writing: %s", name)
	}
	if w.data > most {
		t.fault("a child could write to %d bytes of memory, where %d are the most", w.data, media.MaxMemory)
	}
	if limit := media.MaxCPU + media.MaxCPU/10; w.time > limit {
		t.fault("an ffmpeg, ffprobe or tesseract used %v of processor time, where %v are the most", w.time, media.MaxCPU)
	}
	if own := ownMemory(); own > mostOwn {
		t.fault("the desk itself used %d bytes of memory, where %d are the most", own, int64(mostOwn))
	}
	if left := children(); len(left) > 0 {
		t.fault("children are left behind: %v", left)
	}
	for _, counts := range t.counts {
		for reason := range counts {
			if !slices.Contains(reasons, media.Reason(reason)) {
				t.fault("an answer of the kind %q", reason)
			}
		}
	}
}

// report writes the table.
func (t *trial) report(out io.Writer, w *watch) {
	fmt.Fprintln(out, "| made from | files | read | damaged | unsupported | unknown | too large | out of memory | out of time | crashed |")
	fmt.Fprintln(out, "|---|"+strings.Repeat("---:|", 9))
	total := map[string]int{}
	for _, format := range slices.Sorted(maps.Keys(t.counts)) {
		row(out, format, t.counts[format])
		for reason, n := range t.counts[format] {
			total[reason] += n
		}
	}
	row(out, "**all**", total)
	fmt.Fprintf(out, "\n%d of the files also went through a whole desk, whose ledger was audited afterwards. The longest took %.1f s (%s).\n",
		t.handed, t.longest.Seconds(), t.slowest)
	fmt.Fprintf(out, "%d were looked at for text. The most memory the desk itself had in use was %d MiB.\n", t.text, ownMemory()>>20)
	fmt.Fprintf(out, "The most memory a child could write to was %d MiB, the most that one had in use %d MiB, the most processor time of one ffmpeg, ffprobe or tesseract %.1f s.\n",
		w.data>>20, largestChild()>>20, w.time.Seconds())
	fmt.Fprintf(out, "%d things went wrong.\n", len(t.faults))
}

func row(out io.Writer, name string, counts map[string]int) {
	all := 0
	for _, n := range counts {
		all += n
	}
	fmt.Fprintf(out, "| %s | %d |", name, all)
	for _, reason := range reasons {
		fmt.Fprintf(out, " %d |", counts[string(reason)])
	}
	fmt.Fprintln(out)
}
