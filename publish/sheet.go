package publish

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// formulas are what a spreadsheet takes for the beginning of a formula, the
// full-width forms included.
const formulas = "=+-@\t\r\n＝＋－＠"

// guarded returns text for a cell of a sheet: what would be run as a formula
// gets an apostrophe in front, which makes it text again.
func guarded(s string) string {
	if first, size := utf8.DecodeRuneInString(s); size > 0 && strings.ContainsRune(formulas, first) {
		return "'" + s
	}
	return s
}

// sheetOf writes rows as CSV. Every cell of text must be guarded by its caller.
func sheetOf(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

func sightingRows(ev atleast.Evidence) [][]string {
	rows := [][]string{{"id", "footage", "low", "high", "status", "lat", "lon", "radius_m", "from", "to", "kind", "why", "by"}}
	for _, s := range ev.Sightings {
		row := []string{guarded(s.ID), guarded(s.Footage), strconv.FormatInt(s.Low, 10), "", guarded(string(s.Status)), "", "", "", "", "", guarded(s.Kind), guarded(s.Why), guarded(s.By)}
		if s.High != nil {
			row[3] = strconv.FormatInt(*s.High, 10)
		}
		if s.Place != nil {
			row[5], row[6], row[7] = decimal(s.Place.Lat), decimal(s.Place.Lon), decimal(s.Place.RadiusM)
		}
		if s.Time != nil {
			row[8], row[9] = instant(s.Time.From), instant(s.Time.To)
		}
		rows = append(rows, row)
	}
	return rows
}

func claimRows(claims []atleast.ReadClaim) [][]string {
	rows := [][]string{{"item", "id", "report", "quote", "speaker", "speaker_kind", "via", "stance", "hedges", "bound", "low", "high", "unit", "what", "event", "place", "from", "to"}}
	for _, c := range claims {
		row := []string{c.Item.String(), guarded(c.ID), guarded(c.Report), guarded(c.Quote), guarded(c.Speaker), guarded(string(c.SpeakerKind)),
			guarded(strings.Join(c.Via, "; ")), guarded(string(c.Stance)), guarded(strings.Join(c.Hedges, "; "))}
		row = append(row, quantityCells(c.Quantity)...)
		row = append(row, guarded(c.Event))
		row = append(row, scopeCells(c.Claim)...)
		rows = append(rows, row)
	}
	return rows
}

func quantityCells(q *atleast.Quantity) []string {
	if q == nil {
		return make([]string, 5)
	}
	return []string{guarded(string(q.Bound)), optional(q.Low), optional(q.High), guarded(q.Unit), guarded(q.What)}
}

func scopeCells(c atleast.Claim) []string {
	cells := make([]string, 3)
	if c.Place != nil {
		cells[0] = guarded(c.Place.Text)
	}
	if c.Time != nil {
		if c.Time.From != nil {
			cells[1] = guarded(*c.Time.From)
		}
		if c.Time.To != nil {
			cells[2] = guarded(*c.Time.To)
		}
	}
	return cells
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func optional(f *float64) string {
	if f == nil {
		return ""
	}
	return decimal(*f)
}

func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
