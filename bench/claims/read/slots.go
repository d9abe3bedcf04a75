package main

import (
	"fmt"
	"os"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
)

// seedSlots are the quantities of the two seed articles.
var seedSlots = []struct {
	number float64
	bound  atleast.Bound
	what   string
}{
	{100, atleast.AtLeast, "Russian soldiers"}, {102, atleast.Exact, "soldiers"}, {82, atleast.MoreThan, "towns and villages"},
	{130, atleast.MoreThan, "photos and videos"}, {247, atleast.AtLeast, "Russian soldiers"}, {1348, atleast.Exact, "Russian soldiers"},
	{102, atleast.Exact, "soldiers"}, {100, atleast.Vague, "captured Russian soldiers"}, {483, atleast.MoreThan, "Russian territory"},
}

// slots prints the row of atleast in the table of readers.
func slots(files []string) error {
	var reports []claim.Report
	size := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		size += len(raw)
		reports = append(reports, claim.Report{Name: file, Text: string(raw)})
	}
	var found []*atleast.Quantity
	for _, r := range reports {
		for _, c := range claim.Read(r) {
			found = append(found, c.Quantity)
		}
	}
	numbers, bounds, things := 0, 0, 0
	for _, want := range seedSlots {
		for i, q := range found {
			if q == nil || q.Low == nil || *q.Low != want.number {
				continue
			}
			numbers++
			if q.Bound == want.bound && want.bound != atleast.Exact {
				bounds++
			}
			if q.What == want.what {
				things++
			}
			found[i] = nil
			break
		}
	}
	const rounds = 20
	start := time.Now()
	for range rounds {
		for _, r := range reports {
			claim.Read(r)
		}
	}
	fmt.Printf("| atleast | %d | %d | %d | %.0f |\n", numbers, bounds, things, float64(rounds*size)/1000/time.Since(start).Seconds())
	return nil
}
