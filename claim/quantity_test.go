package claim

import (
	"fmt"
	"strings"
	"testing"
)

// Every quantity as "bound low high unit what", open ends as "-".
func TestQuantities(t *testing.T) {
	for text, want := range map[string]string{
		"Officials counted between 3,000 and 4,000 houses.":             "range 3000 4000 houses",
		"Some 30-40 people were hurt.":                                  "range 30 40 people",
		"The army lost no fewer than 12 tanks and up to 300 men.":       "at_least 12 - tanks; at_most - 300 men",
		"It cost $2 million.":                                           "exact 2000000 2000000 dollar",
		"The blast killed 10 soldiers and wounded 32 civilians.":        "exact 10 10 soldiers; exact 32 32 civilians",
		"Dozens of villages were empty.":                                "vague 12 - villages",
		"Nearly two thirds of the town burned.":                         "less_than - 0.6666666666666666",
		"The front moved 12 kilometers on August 14, 2024, at 5 p.m.":   "exact 12 12 kilometer",
		"The 45-year-old waited three days in room 7 of Building F-16.": "",
		"About 5 percent of 1,200 prisoners came home.":                 "about 5 5 percent; exact 1200 1200 prisoners",
		"За даними штабу, від 20 до 30 танків знищено.":                 "range 20 30 танків",
		"Взято більше ніж 1 200 квадратних кілометрів.":                 "more_than 1200 - square kilometer",
		"Погибли десятки солдат.":                                       "vague 10 - солдат",
		"Ему 45 лет, он ждал три дня.":                                  "",
		"The army captured 1600 soldiers.":                              "exact 1600 1600 soldiers",
		"At least 2000 houses were flooded.":                            "at_least 2000 - houses",
		"They paid $2000 and walked 1800 km.":                           "exact 2000 2000 dollar; exact 1800 1800 kilometer",
		"In 2014 protesters came back, as in the 2016 elections.":       "",
		"On 2034-08-15 at 123-45-67, some 1.200.000 bricks fell.":       "about 1200000 1200000 bricks",
		"2034-08-15 загинули 12 людей, 14.08.2024 ще 3.":                "exact 12 12 людей; exact 3 3",
		"Число жертв выросло до 17, до 20 человек ранены.":              "exact 17 17; at_most - 20 человек",
		"Half of the men left in the second half of May.":               "exact 0.5 0.5",
		"Хай 2014 рік, у 2015 було тихо, у 2022-му ні.":                 "",
		"Задержано 1800 человек, погибли около 2000 военных.":           "exact 1800 1800 человек; about 2000 2000 военных",
		"По крайней мере две сотни тысяч людей.":                        "at_least 200000 - людей",
		"Без світла пів мільйона людей і дві третини шкіл.":             "exact 500000 500000 людей; exact 0.6666666666666666 0.6666666666666666 шкіл",
	} {
		d := begin(Report{Text: text}).passage(0)
		var got []string
		for _, q := range d.quantities() {
			end := func(f *float64) string {
				if f == nil {
					return "-"
				}
				return strings.TrimSpace(fmt.Sprint(*f))
			}
			low, high := end(q.Low), end(q.High)
			if q.Low != nil && *q.Low >= 1e6 {
				low, high = fmt.Sprintf("%.0f", *q.Low), fmt.Sprintf("%.0f", *q.High)
			}
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(q.Bound, " ", low, " ", high, " ", q.Unit, " ", q.What)), " "))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, s, want)
		}
	}
}
