//go:build unix

package claim_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/atleast-desk/atleast/claim"
)

// article is 5 kB of news written for this measurement.
var article = strings.Repeat(`Officials in the border region said on Tuesday that at least 140 people had left their homes after a night of shelling.
“We counted more than 60 damaged houses, and we have not reached the last street yet,” said Maria Holub, who heads the village council.
According to the regional administration, 12 people were wounded and about 3,000 households were without power by noon.
The army's spokesman told Reuters that two drones had been shot down, but he declined to say where they came from.
A neighbour, who asked not to be named, said he had heard four explosions. Reuters could not independently verify the account.
`, 9)[:5000]

// cpuTime is how long this process has computed, which other programs on the
// machine cannot change.
func cpuTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func BenchmarkRead(b *testing.B) {
	claim.Read(claim.Report{Text: article})
	b.SetBytes(int64(len(article)))
	start := cpuTime(b)
	for b.Loop() {
		claim.Read(claim.Report{Text: article})
	}
	b.ReportMetric(float64(b.N)/(cpuTime(b)-start).Seconds(), "articles/cpu-s")
}
