package claim

import (
	"strings"
	"testing"
)

// TestPassive reads what a passive frame is about into what it says; nobody is
// named who says it.
func TestPassive(t *testing.T) {
	for text, content := range map[string]string{
		"Half of the 12 mills are expected to close.":          "Half of the 12 mills",
		"The mayor was accused of taking 12 bribes.":           "The mayor",
		"The twelve men were thought to have left.":            "The twelve men",
		"A list of 12 mills is believed to be in the archive.": "A list of 12 mills",
	} {
		all := Read(Report{Name: "invented", Text: text, Lang: "en"})
		if len(all) == 0 || !strings.HasPrefix(all[0].Quote, content) || all[0].Cue == "" || all[0].Speaker != "" {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

// TestStatesNothing leaves forms alone that look like cues and are none.
func TestStatesNothing(t *testing.T) {
	for _, text := range []string{
		"The men earned 98 crowns, compared with the women's 12 crowns.",
		"Berg is assured of winning 12 crowns.",
		"About half of the voters in five towns going to the polls paid 12 crowns.",
	} {
		saysOf(t, text, "", "12 crowns")
	}
}

// TestTranscript reads labels in capitals, within quotation marks too.
func TestTranscript(t *testing.T) {
	for _, text := range []string{
		"“BERG: We met 12 men at the mill.",
		"BERG: We met 12 men at the mill.",
	} {
		saysOf(t, text, "BERG", "12 men")
	}
	saysOf(t, "UPDATE: They met 12 men at the mill.", "", "12 men")
}
