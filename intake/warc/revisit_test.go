package warc_test

import (
	"strings"
	"testing"
)

const htmlAnswer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"

// with is a record of a page with one more field.
func with(name, value string) string {
	fields := answering("https://example.org/a")
	fields[name] = value
	return record(fields, htmlAnswer+story)
}

func TestRevisit(t *testing.T) {
	picture := strings.Replace(revisiting("https://example.org/a.png", ""), "text/html", "image/png", 1)
	for name, tc := range map[string]struct {
		archive string
		pages   int
		damage  string
	}{
		"by digest":       {with("WARC-Payload-Digest", digest(story)) + revisiting("https://example.org/other", digest(story)), 2, ""},
		"by address":      {response("https://example.org/a", "Content-Type: text/html\r\n", story) + revisiting("https://example.org/a", ""), 2, ""},
		"of a later one":  {revisiting("https://example.org/a", digest(story)), 1, "the same as https://example.org/a 2024-08-15T09:30:00Z, which does not stand before it"},
		"of a picture":    {picture, 0, ""},
		"of itself":       {revisiting("", ""), 1, "https://example.org/again 2024-08-15T09:30:00Z"},
		"of a broken one": {with("WARC-Payload-Digest", digest("x")) + revisiting("https://example.org/a", digest("x")), 2, "does not stand before it"},
	} {
		all, err := pages(info + tc.archive)
		if err != nil || len(all) != tc.pages {
			t.Errorf("%s: %d pages, %v; want %d", name, len(all), err, tc.pages)
			continue
		}
		if tc.pages == 0 {
			continue
		}
		last := all[len(all)-1]
		if last.URI != "https://example.org/again" || last.At.Day() != 16 || last.Same == "" || !strings.Contains(last.Damage, tc.damage) || (tc.damage == "") != (string(last.Body) == story) {
			t.Errorf("%s: got %+v", name, last)
		}
	}
}

// What is held for revisits is bounded: the oldest pages are let go.
func TestRevisitOfWhatWasLongAgo(t *testing.T) {
	first := with("WARC-Payload-Digest", digest(story))
	others := strings.Repeat(response("https://example.org/b", "Content-Type: text/html\r\n", strings.Repeat("b", 12<<20)), 3)
	all, err := pages(first + others + revisiting("https://example.org/a", digest(story)))
	if err != nil || len(all) != 5 || all[4].Damage == "" || all[4].Body != nil {
		t.Errorf("%d pages, %v; want the last without a body", len(all), err)
	}
}

func TestSegments(t *testing.T) {
	whole := htmlAnswer + story
	first, second, third := whole[:60], whole[60:90], whole[90:]
	total := "165"
	if len(whole) != 165 {
		t.Fatalf("the page has %d bytes", len(whole))
	}
	other := response("https://example.org/b", "Content-Type: text/html\r\n", story)
	for name, tc := range map[string]struct {
		archive string
		damage  string
		body    string
	}{
		"in order":         {segment(1, "", first) + segment(2, "", second) + segment(3, total, third), "", story},
		"others amid":      {segment(1, "", first) + other + segment(2, "", second) + segment(3, total, third), "", story},
		"one missing":      {segment(1, "", first) + segment(3, total, third), "number 2 is missing", ""},
		"not all here":     {segment(1, "", first) + segment(2, "", second), "only the first 2", ""},
		"a wrong length":   {segment(1, "", first) + segment(2, "9999", second+third), "165 bytes, and the archive recorded 9999", story},
		"a damaged one":    {segment(1, "", first) + strings.Replace(segment(2, total, second+third), "mayor", "MAYOR", 1), "segment 2 does not have the digest", strings.Replace(story, "mayor", "MAYOR", 1)},
		"only a later one": {segment(2, total, second), "", ""},
	} {
		for kind, archive := range map[string]string{"warc": tc.archive, "wacz": wacz(t, "archive/a.warc", tc.archive)} {
			all, err := pages(archive)
			if err != nil {
				t.Errorf("%s, %s: %v", name, kind, err)
				continue
			}
			got, damage := "", ""
			for _, p := range all {
				if p.URI == "https://example.org/a" {
					got, damage = string(p.Body), p.Damage
				}
			}
			if got != tc.body || (tc.damage == "") != (damage == "") || !strings.Contains(damage, tc.damage) {
				t.Errorf("%s, %s: %q, damage %q; want %q, %q", name, kind, got, damage, tc.body, tc.damage)
			}
		}
	}
}
