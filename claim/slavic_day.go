package claim

import (
	"time"

	"github.com/atleast-desk/atleast"
)

// slavicWeekday reads a weekday, "yesterday" and "today" in Ukrainian and Russian:
// in news, the last such day, the report's own included.
func (d *document) slavicWeekday(s *sentence, i int) *atleast.NamedTime {
	if d.day.IsZero() {
		return nil
	}
	low := s.words[i].Low
	back, relative := slavicRelative[low]
	if weekday, ok := slavicWeekdays[low]; ok && i > 0 && slavicOn[s.words[i-1].Low] {
		back, relative = (int(d.day.Weekday())-weekday+7)%7, true
	}
	if !relative {
		return nil
	}
	day := d.day.AddDate(0, 0, -back).Format(time.DateOnly)
	return &atleast.NamedTime{Text: s.words[i].Text, From: &day, To: &day}
}

// slavicOn are the words before a weekday on which something was.
var slavicOn = wordSet("у в во на")

// slavicRelative says how many days ago a word means.
var slavicRelative = map[string]int{"сьогодні": 0, "сегодня": 0, "вчора": 1, "учора": 1, "вчера": 1, "позавчора": 2, "позавчера": 2, "накануне": 1, "напередодні": 1}

// slavicWeekdays are the accusatives that "on" takes, Sunday first.
var slavicWeekdays = map[string]int{
	"неділю": 0, "понеділок": 1, "вівторок": 2, "середу": 3, "четвер": 4, "п'ятницю": 5, "суботу": 6,
	"воскресенье": 0, "понедельник": 1, "вторник": 2, "среду": 3, "четверг": 4, "пятницу": 5, "субботу": 6,
}
