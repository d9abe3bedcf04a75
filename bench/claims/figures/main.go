// Command figures measures how the time that figures take grows with the
// reports: of one number of events, more and more reports, with their claims
// made up. It prints processor time, which a busy machine hardly disturbs.
//
//	go run ./bench/claims/figures
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"strings"
	"syscall"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

func main() {
	events := flag.Int("events", 500, "events that the reports tell of")
	most := flag.Int("reports", 20_000, "reports of the last and largest run")
	flag.Parse()
	fmt.Printf("%8s %8s %10s %14s\n", "reports", "figures", "origins", "processor s")
	var first, last float64
	for n := *most / 8; n <= *most; n *= 2 {
		reports := reportsOf(n, *events)
		before := used()
		figures := corroborate.Figures(reports, corroborate.Options{})
		last = used() - before
		if first == 0 {
			first = last
		}
		origins := 0
		for _, f := range figures {
			origins += f.AtLeast
		}
		fmt.Printf("%8d %8d %10d %14.2f\n", n, len(figures), origins, last)
	}
	fmt.Printf("eight times as many reports: time grows with their number to the power of %.2f\n", math.Log(last/first)/math.Log(8))
}

// reportsOf makes up n reports of so many events: of each the wire, reprints of
// it, paraphrases, and witnesses with names of their own.
func reportsOf(n, events int) []corroborate.Report {
	var all []corroborate.Report
	for i := range n {
		event, turn := i%events, i/events
		place, number := name("Tor", event), 20+event*3%977
		day := time.Date(2031, 3, 1+event%300, 0, 0, 0, 0, time.UTC)
		governor, witness := name("Mar", event)+" Brunn", name("Lea", i)+" Voss"
		told := fmt.Sprintf("%d miners were killed in %s", number, place)
		r := corroborate.Report{ID: fmt.Sprint("r", i), Outlet: fmt.Sprint("The Paper ", i), Published: day.AddDate(0, 0, turn%4).Format(time.DateOnly)}
		speaker := governor
		switch turn % 4 {
		case 0:
			r.Text = fmt.Sprintf("%s, March 3 (AFP) - %s when a gallery fell in, governor %s said.\nThe men had been clearing a seam at a depth of 410 metres when a beam of pit %d gave way.", place, told, governor, event)
		case 1:
			r.Text = fmt.Sprintf("At the pit on the hill, %s, governor %s told AFP on day %d.", told, governor, turn)
		case 2:
			r.Text, speaker = fmt.Sprintf("It was the loudest thing of year %d. After the gallery fell in, %s.", turn, told), ""
		default:
			r.Text, speaker = fmt.Sprintf("%s, a baker at the gate, said that %s, for she counted the lamps %d times.", witness, told, turn), witness
		}
		r.Claims = []atleast.ReadClaim{{Claim: claimOf(r.Text, told, speaker, place, number)}}
		all = append(all, r)
	}
	return all
}

func claimOf(text, told, speaker, place string, number int) atleast.Claim {
	at, n := strings.Index(text, told), float64(number)
	kind := atleast.Named
	if speaker == "" {
		kind = atleast.OwnVoice
	}
	return atleast.Claim{
		Start: at, End: at + len(told), Quote: told, Speaker: speaker, SpeakerKind: kind, Stance: atleast.Asserted, Event: "kill",
		Place:    &atleast.NamedPlace{Text: place},
		Quantity: &atleast.Quantity{Start: at, End: at + len(fmt.Sprint(number)) + len(" miners"), Bound: atleast.Exact, Low: &n, High: &n, What: "miners"},
	}
}

// name makes a name of its own for every n.
func name(start string, n int) string {
	for ; n > 0; n /= 20 {
		start += string("bcdfghjklmnpqrstvwxz"[n%20])
	}
	return start + "a"
}

// used is the processor time that the process has taken, in seconds.
func used() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}
