package main

import (
	"fmt"
	"strings"
	"syscall"

	"github.com/atleast-desk/atleast/claim"
)

// paragraph is news written for this measurement; every copy of it differs, since
// pages that repeat themselves are cut down before they are read.
const paragraph = `<p>Officials in district %[1]d said on Tuesday that at least %[2]d people had left their homes after night %[1]d of the flood.
“We counted more than %[3]d damaged houses in district %[1]d, and we have not reached the last street yet,” said Maria Holub, who heads its council.
According to the administration of district %[1]d, %[4]d people were wounded and about 3,%03[5]d households were without power by noon.</p>
`

// large reads a page of ten megabytes and prints the time of the processor and the
// most memory that took.
func large([]string) error {
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><html><head><title>Flood</title></head><body><article><h1>Flood</h1>\n")
	for i := 0; page.Len() < 10_000_000; i++ {
		fmt.Fprintf(&page, paragraph, i, 20+i%700, 10+i%300, 2+i%50, i%1000)
	}
	page.WriteString("</article></body></html>\n")
	report, err := claim.Extract("large.html", []byte(page.String()))
	if err != nil {
		return err
	}
	text := spent()
	claims := 0
	for range claim.Each(report) {
		claims++
	}
	all := spent()
	fmt.Printf("%d claims in %.1f MB of text; %.0f s for its text, %.0f s to read it; %.1f GB at most\n",
		claims, float64(len(report.Text))/1e6, seconds(text), seconds(all)-seconds(text), float64(all.Maxrss)/1e6)
	return nil
}

func spent() syscall.Rusage {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // this process asks about itself
	}
	return used
}

func seconds(used syscall.Rusage) float64 {
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
