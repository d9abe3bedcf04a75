package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

func TestSlavicReports(t *testing.T) {
	for _, test := range []struct {
		text, speaker string
		via           []string
		bound         atleast.Bound
		number        float64
		what          string
		place, day    string
	}{
		{"За словами Олександра Сирського, українські військові захопили понад 82 населені пункти у Курську.", "Олександр Сирський", nil, atleast.MoreThan, 82, "населені пункти", "Курську", ""},
		{"Президент України Володимир Зеленський заявив, що в полон узяли щонайменше 594 російських військових.", "Володимир Зеленський", nil, atleast.AtLeast, 594, "російських військових", "", ""},
		{"У полон потрапили 102 солдати 14 серпня 2024 року, повідомив речник СБУ Артем Дехтяренко.", "Артем Дехтяренко", nil, atleast.Exact, 102, "солдати", "", "2024-08-14"},
		{"«Ми захопили двадцять п'ять танків», — розповів командир.", "командир", nil, atleast.Exact, 25, "танків", "", ""},
		{"Министр обороны Андрей Белоусов сообщил, что уничтожено не менее двухсот беспилотников.", "Андрей Белоусов", nil, atleast.AtLeast, 200, "беспилотников", "", ""},
		{"По данным Генштаба, погибли около 1 200 военных под Суджей.", "Генштаб", nil, atleast.About, 1200, "военных", "Суджей", ""},
		{"Погибли как минимум 12 человек, сообщает РИА Новости со ссылкой на губернатора.", "губернатор", []string{"РИА Новости"}, atleast.AtLeast, 12, "человек", "", ""},
	} {
		found := false
		for _, c := range Read(Report{Name: "t.txt", Text: test.text}) {
			if c.Quantity == nil {
				continue
			}
			found = true
			q := c.Quantity
			number := q.Low
			if number == nil {
				number = q.High
			}
			if q.Bound != test.bound || *number != test.number || q.What != test.what {
				t.Errorf("%s\n%s %v %q", test.text, q.Bound, *number, q.What)
			}
			if c.Speaker != test.speaker || !slices.Equal(c.Via, append([]string{}, test.via...)) {
				t.Errorf("%s\nspeaker %q via %q, want %q via %q", test.text, c.Speaker, c.Via, test.speaker, test.via)
			}
			if test.place != "" && (c.Place == nil || !strings.Contains(c.Place.Text, test.place)) {
				t.Errorf("%s\nplace %+v, want %s", test.text, c.Place, test.place)
			}
			if test.day != "" && (c.Time == nil || c.Time.From == nil || *c.Time.From != test.day) {
				t.Errorf("%s\ntime %+v, want %s", test.text, c.Time, test.day)
			}
		}
		if !found {
			t.Errorf("%s\nno quantity", test.text)
		}
	}
}
