package claim

import (
	"slices"
	"strings"
)

// slavicEvent tells an event by how its words begin, in the two Slavic
// languages, and calls it by the lemma that an English report of it would give.
type slavicEvent struct {
	lemma  string
	starts []string // of any form, verb or participle
	exact  []string // forms that other words begin with too
}

// slavicEvents are the events that news from a war counts by. What begins alike
// and means something else ("збитки", losses) is in slavicOthers.
var slavicEvents = []slavicEvent{
	{"capture", []string{"захоп", "захват", "полонен", "полонил", "здалис", "здаюч", "пленн", "пленил", "пленен", "сдалис"}, []string{"полон", "полону", "полоні", "плен", "плену", "здався", "здалася", "сдался"}},
	{"kill", []string{"загин", "вбит", "вбил", "убит", "убил", "погиб", "ліквідов", "ликвидиров"}, []string{"убили"}},
	{"die", []string{"помер", "умерл", "скончал"}, []string{"умер"}},
	{"wound", []string{"поранен", "поранил", "ранен", "ранил"}, nil},
	{"injure", []string{"постражд", "пострада", "травмов", "травмир"}, nil},
	{"destroy", []string{"знищ", "уничтож", "зруйнов", "разруш"}, nil},
	{"damage", []string{"пошкод", "поврежд", "повредил"}, nil},
	{"shell", []string{"обстріл", "обстрел"}, nil},
	{"bomb", []string{"бомбард", "бомбил", "бомби"}, nil},
	{"evacuate", []string{"евакую", "евакуй", "евакуац", "эвакуир", "эвакуац", "вивез", "вивоз", "вывез", "вывоз"}, nil},
	{"down", []string{"збил", "збит", "сбил", "сбит"}, nil},
	{"intercept", []string{"перехопи", "перехопл", "перехвати", "перехвач"}, nil},
	{"detain", []string{"затрим", "задерж"}, nil},
	{"arrest", []string{"заарешт", "арештов", "арестов"}, nil},
	{"rescue", []string{"врятув", "врятов", "спасен", "спасл"}, []string{"спас", "спасли"}},
	{"release", []string{"звільн", "освобод", "освобожд"}, nil},
	{"exchange", []string{"обміня", "обменя"}, []string{"обмін", "обміну", "обмен", "обмена", "обмену"}},
	{"return", []string{"поверну", "верну", "возврат", "возвращ"}, nil},
	{"flee", []string{"втекл", "бежал", "бежав"}, nil},
	{"leave", []string{"виїха", "покину", "залиши", "уехал", "выехал"}, nil},
	{"displace", []string{"переселен", "переміщен", "перемещен"}, nil},
	{"deport", []string{"депортов", "депортир"}, nil},
	{"abduct", []string{"викрад", "викрал", "похищ", "похити"}, nil},
	{"hospitalize", []string{"госпітал", "госпитал"}, nil},
	{"miss", []string{"зникл", "зниклих", "пропавш"}, []string{"пропали", "пропал", "пропала"}},
	{"attack", []string{"атакув", "атакует", "атаков", "напал"}, nil},
	{"strike", []string{"вдарил", "ударил", "влучил"}, []string{"удар", "удару", "удари", "ударів", "удара", "ударов"}},
	{"launch", []string{"запустил", "випусти", "выпусти"}, nil},
	{"find", []string{"знайшл", "знайден", "виявл", "виявил", "обнаруж", "найден", "нашли"}, nil},
	{"poison", []string{"отруєн", "отруїл", "отруюв", "отравил", "отравлен"}, nil},
	{"drown", []string{"потонул", "утонул", "втопил", "утопил"}, nil},
	{"burn", []string{"згоріл", "сгорел", "вигоріл", "выгорел"}, []string{"згорів"}},
	{"trap", []string{"заблокован", "заблокир"}, nil},
	{"strand", []string{"застряг", "застрял"}, nil},
	{"hold", []string{"утриму", "удержив"}, nil},
	{"control", []string{"контролю", "контролир"}, nil},
}

// slavicOthers begin like the word for an event and are none.
var slavicOthers = []string{"збитк", "збитов", "пленум", "пленар", "спасат", "спасиб", "убийств", "вбивств", "захватыва", "контролер"}

// slavicEventOf returns the lemma of the event that a word tells.
func slavicEventOf(low string) string {
	begins := func(start string) bool { return strings.HasPrefix(low, start) }
	if slices.ContainsFunc(slavicOthers, begins) {
		return ""
	}
	for _, e := range slavicEvents {
		if slices.Contains(e.exact, low) || slices.ContainsFunc(e.starts, begins) {
			return e.lemma
		}
	}
	return ""
}

// slavicEventNear returns the event that is told nearest to the byte at: of its
// own clause, if that tells one, and of two as near the one before.
func (s *sentence) slavicEventNear(start, end, at int) string {
	best, nearest := "", 1<<30
	for i, w := range s.words {
		if w.Start < start || w.End > end {
			continue
		}
		lemma := slavicEventOf(w.Low)
		if lemma == "" {
			continue
		}
		distance := 2 * max(w.Start-at, at-w.Start)
		if at >= 0 {
			distance += clauseGap * s.commasBetween(i, at)
			if w.Start > at {
				distance++
			}
		}
		if distance < nearest {
			best, nearest = lemma, distance
		}
	}
	return best
}

// clauseGap is how much farther off, in half bytes, a word is taken to be for
// every comma on the way to it.
const clauseGap = 200

// commasBetween counts the commas between word i and the byte at.
func (s *sentence) commasBetween(i, at int) int {
	n := 0
	from, to := min(s.words[i].Start, at), max(s.words[i].Start, at)
	for _, w := range s.words {
		if w.Text == "," && w.Start > from && w.Start < to {
			n++
		}
	}
	return n
}

// asDone puts right what a word means of people: who "destroys" soldiers kills
// them, and towns are not released but liberated.
func asDone(lemma, what string) string {
	low := strings.ToLower(what)
	people := slices.ContainsFunc([]string{"військов", "солдат", "бійц", "боєц", "окупант", "оккупант", "военн", "бойц", "боевик", "людей", "осіб", "человек", "росіян", "россиян"}, func(p string) bool { return strings.Contains(low, p) })
	settled := slices.ContainsFunc([]string{"населен", "селищ", "міст", "сел", "город", "кілометр", "километр"}, func(p string) bool { return strings.Contains(low, p) })
	switch {
	case lemma == "destroy" && people:
		return "kill"
	case lemma == "release" && settled && !people:
		return "liberate"
	}
	return lemma
}
