package web

import (
	"slices"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

func TestGrouped(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1348: "1,348", 1000000: "1,000,000", -12345: "−12,345"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestBytesOf(t *testing.T) {
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1500: "1.5 kB", 37_400: "37.4 kB", 4_200_000: "4.2 MB", 3_000_000_000_000: "3.0 TB"} {
		if got := bytesOf(n); got != want {
			t.Errorf("bytesOf(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSpanWords(t *testing.T) {
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Skip("needs the time zone database, which this machine does not have")
	}
	for _, c := range []struct{ from, to, want string }{
		{"2024-08-14", "2024-08-14", "14 Aug 2024"},
		{"2024-08-06", "2024-08-08", "6 to 8 Aug 2024"},
		{"2024-08-30", "2024-09-02", "30 Aug to 2 Sep 2024"},
		{"2023-12-31", "2024-01-01", "31 Dec 2023 to 1 Jan 2024"},
		{"2024-08-14T06:30:00+03:00", "2024-08-14T06:30:00+03:00", "14 Aug 2024, 06:30"},
		{"2024-08-14T06:30:00+03:00", "2024-08-14T08:00:00+03:00", "14 Aug 2024, 06:30 to 08:00"},
		{"2024-08-14T06:30:00Z", "2024-08-15T06:30:00Z", "14 Aug 2024, 09:30 to 15 Aug 2024, 09:30"},
		{"2024-10-27", "2024-10-27", "27 Oct 2024"}, // a day of 25 hours
	} {
		span, err := atleast.ParseSpan(c.from, c.to, kyiv)
		if err != nil {
			t.Fatal(err)
		}
		if got := spanWords(span, kyiv); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestHoursWords(t *testing.T) {
	for d, want := range map[time.Duration]string{0: "no time", time.Minute: "1 minute", 90 * time.Minute: "90 minutes", 25 * time.Hour: "25 hours", 96 * time.Hour: "4 days"} {
		if got := hoursWords(d); got != want {
			t.Errorf("hoursWords(%s) = %q, want %q", d, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for words, want := range map[string][]string{
		"":                               {""},
		"officials":                      {"officials"},
		"The Washington Post":            {"The", "Washingto…"},
		"Oleksandr Syrskyi":              {"Oleksandr", "Syrskyi"},
		"Incomprehensibilities of rooms": {"Incompreh…", "of rooms"},
	} {
		if got := wrap(words, 10); !slices.Equal(got, want) {
			t.Errorf("wrap(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestMark(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 702: "AAA"} {
		if got := mark(i); got != want {
			t.Errorf("mark(%d) = %q, want %q", i, got, want)
		}
	}
}

func TestQuantityWords(t *testing.T) {
	for want, q := range map[string]atleast.Quantity{
		"1,348 soldiers":             {Bound: atleast.Exact, Low: number(1348), High: number(1348), What: "soldiers"},
		"hundreds of soldiers":       {Bound: atleast.Vague, Text: "hundreds", Low: number(100), What: "soldiers"},
		"dozens of servicemen":       {Bound: atleast.Vague, Text: "dozens of servicemen", Low: number(12), What: "servicemen"},
		"more than 483 square miles": {Bound: atleast.MoreThan, Low: number(483), Unit: "square mile"},
		"3,000 to 4,000 troops":      {Bound: atleast.Range, Low: number(3000), High: number(4000), What: "troops"},
	} {
		if got := quantityWords(q); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
