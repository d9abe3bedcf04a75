package corroborate_test

import (
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/corroborate"
)

// One figure in three languages is one figure, and figures compare across them.
func TestLanguages(t *testing.T) {
	read := func(id, text string) corroborate.Report {
		r := corroborate.Report{ID: id, Outlet: id, Published: "2024-08-15", Text: text}
		for _, c := range claim.Read(claim.Report{Name: id, Text: text, Date: "2024-08-15"}) {
			r.Claims = append(r.Claims, atleast.ReadClaim{Claim: c})
		}
		return r
	}
	figures := corroborate.Figures([]corroborate.Report{
		read("en", "Oleksandr Syrskyi said that 102 Russian soldiers were captured near Sudzha on August 14, 2024."),
		read("uk", "Українські сили захопили 102 російських військових під Суджею 14 серпня 2024 року, заявив Олександр Сирський."),
		read("ru", "14 августа 2024 года под Суджей в плен взяты 102 российских военных, сообщил Александр Сырский."),
	}, corroborate.Options{})
	if len(figures) != 1 || figures[0].Reports() != 3 {
		t.Fatalf("%d figures, want one of three reports: %+v", len(figures), figures)
	}
	if s := figures[0].Scope; s.Event != "capture" || s.Noun != "soldier" || s.Side != "russia" {
		t.Errorf("scope %+v, want captured Russian soldiers", s)
	}
	wider := corroborate.Figures([]corroborate.Report{
		read("en", "Oleksandr Syrskyi said that at least 594 Russian soldiers were captured in the Kursk region on August 14, 2024."),
		read("uk", "Українські сили захопили 102 російських військових під Суджею 14 серпня 2024 року, заявив Олександр Сирський."),
	}, corroborate.Options{})
	if len(wider) != 2 {
		t.Fatalf("%d figures, want two: %+v", len(wider), wider)
	}
	if r := corroborate.Compare(wider[0], wider[1]); !r.Is.Compatible() {
		t.Errorf("%s and %s: %s, %s; want them to agree", r.A, r.B, r.Is, r.Why)
	}
}
