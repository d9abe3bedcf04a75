package claim

import (
	"fmt"
	"strings"
)

// toldIn is every quantity of a report as "speaker: number", in the order of the text.
func toldIn(text string) string {
	var all []string
	for _, c := range Read(Report{Name: "t.txt", Text: text}) {
		if c.Quantity != nil {
			all = append(all, c.Speaker+": "+fmt.Sprint(*c.Quantity.Low))
		}
	}
	return strings.Join(all, "; ")
}
