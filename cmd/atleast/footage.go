package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

// printGroups writes the groups, one a line as JSON or as a table.
func (p *program) printGroups(groups []atleast.Footage, asJSON bool) error {
	if asJSON {
		for _, g := range groups {
			if err := printJSON(p.out, g); err != nil {
				return err
			}
		}
		return nil
	}
	t, alone := groupTable(groups)
	nothing := fmt.Sprintf("no two of the %d files show the same", alone)
	if alone == 1 {
		nothing = "one file alone: name at least two to compare"
	}
	if err := t.print(p.out, nothing); err != nil || alone == 0 || len(t.rows) == 0 {
		return err
	}
	_, err := fmt.Fprintf(p.out, "%d more match nothing else\n", alone)
	return err
}

// groupTable is the members of the groups in a table for people, and how many
// files it leaves out that match nothing else.
func groupTable(groups []atleast.Footage) (t table, alone int) {
	t = table{head: []string{"group", "kind", "member", "relation", "to", "shared", "distance", "which part"}}
	kinds := map[string]string{}
	for _, g := range groups {
		for _, m := range g.Members {
			kinds[m.Path] = g.Kind
		}
	}
	for _, g := range groups {
		if first := g.Members[0]; len(g.Members) == 1 && first.To == "" && len(first.SameSound) == 0 && len(first.SameScene) == 0 {
			alone++
			continue
		}
		for _, m := range g.Members {
			t.add(strconv.Itoa(g.Group), g.Kind, m.Path, string(m.Relation), m.To,
				strconv.FormatFloat(100*m.Shared, 'f', 0, 64)+" %", strconv.Itoa(m.Distance), partWords(m, kinds))
		}
	}
	t.trim()
	return t, alone
}

// partWords says in short which parts of a film or a sound are which of the other,
// and what else sounds or looks the same; kinds are those of all files, by their paths.
func partWords(m atleast.Member, kinds map[string]string) string {
	var words []string
	for i, p := range m.Parts {
		part := fmt.Sprintf("%s-%s at %s%s", clock(p.FromS), clock(p.ToS), clock(p.AtS), paceWords(p.Speed))
		if i == 0 {
			part = "parts " + part
		}
		words = append(words, part)
	}
	for _, s := range m.SameSound {
		sound := "same sound as " + s.With
		if kinds[m.Path] == string(atleast.Video) && kinds[s.With] == string(atleast.Video) {
			sound += ", other pictures"
		}
		words = append(words, sound)
	}
	for _, other := range m.SameScene {
		words = append(words, "look: the same scene as "+other+"?")
	}
	return strings.Join(words, "; ")
}

// paceWords says how a part runs where it does not simply play.
func paceWords(speed float64) string {
	words := ""
	if speed < 0 {
		words = ", reversed"
	}
	if pace := math.Round(math.Abs(speed)*100) / 100; pace != 1 {
		words += ", speed " + strconv.FormatFloat(pace, 'f', -1, 64)
	}
	return words
}

// clock writes a moment of a film or a sound, to the second: 1:05, 61:00.
func clock(seconds float64) string {
	whole := int(time.Duration(seconds*float64(time.Second)).Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", whole/60, whole%60)
}
