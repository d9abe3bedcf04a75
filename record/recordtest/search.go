package recordtest

import (
	"context"
	"slices"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

func screenText(i atleast.Item, lines ...string) atleast.ScreenText {
	t := atleast.ScreenText{Item: i.Digest, Tool: "tesseract 5.3.0", Languages: []string{"eng", "ukr"}, Lines: []atleast.ScreenLine{}}
	for _, line := range lines {
		t.Lines = append(t.Lines, atleast.ScreenLine{Text: line, Confidence: 0.9, AtS: 1.5})
	}
	return t
}

func putScreenText(t *testing.T, s *record.Store, text atleast.ScreenText) {
	t.Helper()
	update(t, s, func(ctx context.Context, tx *record.Tx) error { return tx.PutScreenText(ctx, text) })
}

func screenTexts(t *testing.T, s *record.Store) {
	withCases(t, s)
	first, second := withItem(t, s, "first"), withItem(t, s, "second")
	_, err := s.ScreenText(t.Context(), first.Digest)
	is(t, err, atleast.ErrNotFound)
	equal(t, false)(s.HasScreenText(t.Context(), first.Digest))
	putScreenText(t, s, screenText(second))
	putScreenText(t, s, screenText(first, "Korenewo"))
	putScreenText(t, s, screenText(first, "Korenevo", "14 August"))
	equal(t, true)(s.HasScreenText(t.Context(), second.Digest))
	equal(t, screenText(first, "Korenevo", "14 August"))(s.ScreenText(t.Context(), first.Digest))
	equal(t, []atleast.ScreenText{screenText(first, "Korenevo", "14 August"), screenText(second)})(s.ScreenTexts(t.Context(), "kursk"))
	equal(t, []atleast.ScreenText{})(s.ScreenTexts(t.Context(), "bryansk"))
}

// unread are the media on which nobody has looked for text, and nothing else.
func unread(t *testing.T, s *record.Store) {
	withCases(t, s)
	medium := func(name string, kind atleast.Kind) atleast.Item {
		item := item(name)
		item.Kind = kind
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			_, err := tx.AddItem(ctx, item)
			return err
		})
		return item
	}
	photo, film, read, broken := medium("photo", atleast.Photo), medium("film", atleast.Video), medium("read", atleast.Photo), medium("broken", atleast.Photo)
	medium("sound", atleast.Audio)
	medium("report", atleast.Report)
	putScreenText(t, s, screenText(read))
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		_, err := tx.PutTrouble(ctx, broken.Digest, "match", "damaged")
		return err
	})
	equal(t, []atleast.Item{photo, film})(s.Unread(t.Context()))
}

// search looks in every part of an item, as it is now.
func search(t *testing.T, s *record.Store) {
	withCases(t, s)
	report, sign := withItem(t, s, "report"), withItem(t, s, "sign")
	claim := atleast.ReadClaim{Item: report.Digest, ID: "c", Claim: atleast.Claim{Speaker: "Зеленський", Quote: "102 soldiers"}}
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		return tx.PutReading(ctx, record.Reading{Item: report.Digest, Text: "They took 102 soldiers at the café near Korenevo.", Claims: []atleast.ReadClaim{claim}})
	})
	putScreenText(t, s, screenText(sign, "Korenewo"))
	putScreenText(t, s, screenText(sign, "Суджа, вулиця", "KORENEVO"))
	putScreenText(t, s, screenText(withItem(t, s, "yard"), "об’єкт у Києві", "подвірʼя"))
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		_, err := tx.AddSighting(ctx, "kursk", atleast.Sighting{Footage: sign.Digest.String(), Why: "A bunker with people", Low: 3, By: "m.r"})
		return err
	})
	for _, c := range []struct {
		words string
		where []string // item and part, the parts of an item in their order
	}{
		{"korenevo", []string{"report.txt report", "sign.txt screen"}},
		{"Korenewo", nil}, // it was read again since
		{"судж", []string{"sign.txt screen"}},
		{"ВУЛИЦЯ", []string{"sign.txt screen"}},
		{"об'єкт", []string{"yard.txt screen"}}, {"обʼєкт", []string{"yard.txt screen"}}, {"подвір'я", []string{"yard.txt screen"}}, {"подвір’я", []string{"yard.txt screen"}},
		{"КИЄВІ", []string{"yard.txt screen"}}, {"києві", []string{"yard.txt screen"}}, {"києви", nil},
		{"зеленськ", []string{"report.txt claim"}},
		{"cafe", []string{"report.txt report"}},
		{"soldiers 102", []string{"report.txt report", "report.txt claim"}},
		{`"soldiers 102"`, nil},
		{`"102 soldiers"`, []string{"report.txt report", "report.txt claim"}},
		{"bunker", []string{"sign.txt note"}},
		{"bunker korenevo", []string{"sign.txt note", "sign.txt screen"}},
		{"report.txt", []string{"report.txt name"}},
		{"at", []string{"report.txt report"}}, // a short word is a whole one
		{"a", []string{"sign.txt note"}},
		{`OR "`, nil}, {`NOT name: * ( ^ - "`, nil}, {"—", nil}, {"", nil}, {"  ", nil},
	} {
		hits, err := s.Search(t.Context(), "kursk", c.words, 10)
		if err != nil {
			t.Errorf("search for %q: %v", c.words, err)
		}
		var where []string
		for _, hit := range hits {
			for _, p := range hit.Snippets {
				where = append(where, hit.Item.Name+" "+string(p.In))
				if len(p.Marks) == 0 || p.Marks[0][1] > len(p.Text) {
					t.Errorf("search for %q: marks %v in %q", c.words, p.Marks, p.Text)
				}
			}
		}
		if slices.Sort(where); !slices.Equal(where, sorted(c.where)) {
			t.Errorf("search for %q finds %q, want %q", c.words, where, c.where)
		}
	}
	equal(t, []atleast.Hit{})(s.Search(t.Context(), "bryansk", "korenevo", 10))
	equal(t, []atleast.Hit{{Item: sign, Snippets: []atleast.Snippet{
		{In: atleast.InScreen, Text: "Суджа, вулиця\nKORENEVO", Marks: [][2]int{{0, 10}}}}}})(s.Search(t.Context(), "", "суджа", 10))
	if hits, err := s.Search(t.Context(), "", "korenevo", 1); err != nil || len(hits) != 1 {
		t.Errorf("at most one: %d, %v", len(hits), err)
	}
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return out
}
