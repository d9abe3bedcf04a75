package sample

import (
	"embed"
	"regexp"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

// The notes are in the project's own words; figures, speakers, relays, outlets,
// dates and addresses are those of the public reporting they name.
//
//go:embed kursk/*.html
var kurskNotes embed.FS

var address = regexp.MustCompile(`<link rel="canonical" href="([^"]+)">`)

func kursk() lesson {
	return lesson{
		about: atleast.Case{
			ID:       "kursk",
			Question: "Kursk oblast, August 2024: how many soldiers were captured?",
			What:     "captured soldiers",
			Zone:     "Europe/Kyiv",
			SpeedKMH: atleast.DefaultSpeedKMH,
			Notice:   "A sample: public figures in the project's own words. It holds no picture of a prisoner, and its sightings are only what public reporting says footage shows.",
		},
		files:     kurskFiles,
		sightings: func([]intake.Kept) []atleast.Sighting { return kurskSightings() },
		verdicts:  kurskVerdicts(),
		assumptions: []atleast.Assumption{{
			Name:  "the road and the crossing show different people",
			Pairs: [][2]string{{"s1", "s2"}},
		}},
	}
}

// kurskFiles returns one note for each published report.
func kurskFiles() ([]file, error) {
	entries, err := kurskNotes.ReadDir("kursk")
	if err != nil {
		return nil, err
	}
	files := make([]file, len(entries))
	for i, entry := range entries {
		data, err := kurskNotes.ReadFile("kursk/" + entry.Name())
		if err != nil {
			return nil, err
		}
		where := "Business Insider, August 2024 (the address was not recorded)"
		if found := address.FindSubmatch(data); found != nil {
			where = string(found[1])
		}
		files[i] = file{name: entry.Name(), where: where, data: data}
	}
	return files, nil
}

// kurskSightings are what public reporting says footage shows. Where a report
// names a village and no spot the radius takes in the village and its
// surroundings; where it gives no day the time runs from the first day of the
// incursion to the day of the report.
func kurskSightings() []atleast.Sighting {
	return []atleast.Sighting{
		{
			ID: "s1", Footage: "video located by The Washington Post at Sverdlikovo", Low: 29, Kind: "soldier",
			Place: &atleast.Region{Lat: 51.20, Lon: 35.06, RadiusM: 8000},
			Time:  days("2024-08-06", "2024-08-26"),
			Why:   "Kyiv Post, 26 August 2024: the Post counted at least 29 in one video at Sverdlikovo. The spot on the road and the day are not published.",
		},
		{
			ID: "s2", Footage: "videos located by The Washington Post at the Sudzha border crossing", Low: 40, High: people(40), Kind: "soldier",
			Place: &atleast.Region{Lat: 51.11, Lon: 35.16, RadiusM: 5000},
			Time:  days("2024-08-06", "2024-08-26"),
			Why:   "Kyiv Post, 26 August 2024: several videos show 40 captured at the crossing. The day is not published.",
		},
		{
			ID: "s3", Footage: "drone clip published by Khochu Nayti on 7 August", Low: 32, High: people(32), Kind: "soldier",
			Time: days("2024-08-06", "2024-08-07"),
			Why:  "Kyiv Independent, 8 August 2024: 32 in the frame, by the post that published it on 7 August. The outlet could not verify it, and the place is not named.",
		},
		{
			ID: "s4", Footage: "pictures of the group captured on 14 August, shared by a source in the Security Service of Ukraine", Low: 12, Kind: "soldier",
			Time: days("2024-08-14", "2024-08-15"),
			Why:  "Swissinfo, 15 August 2024: the pictures show dozens in a bunker; dozens count as at least 12. That the whole group was 102 is the source's claim.",
		},
	}
}

func kurskVerdicts() []atleast.Verdict {
	verdicts := []atleast.Verdict{
		verified("s1", "Located by The Washington Post and counted among its verified visuals (Kyiv Post, 26 August 2024)."),
		verified("s2", "Located by The Washington Post and counted among its verified visuals (Kyiv Post, 26 August 2024)."),
	}
	return append(verdicts, agreed("s3", "s4", atleast.Different,
		"Those in the clip were captives by 8 August, when it had been published; those in the pictures were captured on 14 August.")...)
}

// days spans whole days in the zone of the Kursk case.
func days(from, to string) *atleast.Span {
	kyiv := time.FixedZone("EEST", 3*60*60) // summer time, as on every day of the sample
	span, err := atleast.ParseSpan(from, to, kyiv)
	if err != nil {
		panic(err) // the sample's own dates
	}
	return &span
}

func people(n int64) *int64 { return &n }
