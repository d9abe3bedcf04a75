package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

//go:embed templates
var templateFiles embed.FS

// parseTemplates reads every page together with the layout and the parts that
// pages share (part_*.html).
func parseTemplates() (map[string]*template.Template, error) {
	shared, err := template.New("").Funcs(templateWords).ParseFS(templateFiles, "templates/layout.html", "templates/part_*.html")
	if err != nil {
		return nil, fmt.Errorf("web: templates: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("web: templates: %w", err)
	}
	pages := map[string]*template.Template{}
	for _, name := range names {
		base := strings.TrimPrefix(name, "templates/")
		if base == "layout.html" || strings.HasPrefix(base, "part_") {
			continue
		}
		page, err := template.Must(shared.Clone()).ParseFS(templateFiles, name)
		if err != nil {
			return nil, fmt.Errorf("web: templates: %w", err)
		}
		pages[base] = page
	}
	return pages, nil
}

// templateWords are the functions that templates may call; each only words or
// draws what it is given.
var templateWords = template.FuncMap{
	"add":          func(a, b int) int { return a + b },
	"asset":        asset,
	"because":      becauseWords,
	"bytes":        bytesOf,
	"choices":      newChoice,
	"pick":         newPick,
	"clip":         clip,
	"count":        grouped,
	"deref":        deref,
	"event":        eventWords,
	"field":        fieldWords,
	"findbox":      newFindBox,
	"input":        newInput,
	"int":          func(n int64) int { return int(n) },
	"int64":        func(n int) int64 { return int64(n) },
	"corrected":    correctionWords,
	"judgement":    judgementWords,
	"length":       secondsWords,
	"list":         listWords,
	"moment":       moment,
	"originkind":   originKindWords,
	"origins":      originsWords,
	"aboutdays":    aboutDays,
	"quantitytext": quantityText,
	"originnames":  originNames,
	"percent":      func(part float64) string { return fmt.Sprintf("%.0f %%", part*100) },
	"placetime":    func(s atleast.Sighting, zone *time.Location) placeTime { return placeTime{s, zone} },
	"playable":     playable,
	"plural":       plural,
	"quantity":     quantityWords,
	"kinds":        speakerKindPairs,
	"bounds":       boundPairs,
	"region":       regionWords,
	"runs":         runs,
	"span":         spanWords,
	"seconds":      func(s *float64) float64 { return *s },
	"speaker":      speakerWords,
	"stance":       stanceWords,
	"standing":     standingWords,
	"veil":         newVeiled,
	"veilover":     newVeiledOver,
	"made":         madeWords,
}

// Zone is the case's time zone; UTC on pages of the whole desk.
func (v view) Zone() *time.Location {
	if v.Case == nil {
		return time.UTC
	}
	return zoneOf(*v.Case)
}

// clockLength writes how long something plays: 1:05, 1:02:03.
func clockLength(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	if seconds < 3600 {
		return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}
