package corroborate

import "strings"

// slavicStart is how the forms of a Ukrainian or Russian word begin, folded, and
// what the word says of those counted: a class of noun, or a side.
type slavicStart struct {
	starts string
	class  string
	side   string
}

// slavicNouns are looked through in order: the more telling come first.
var slavicNouns = []slavicStart{
	{"військовополонен военнопленн полонен пленн", "prisoner", ""},
	{"військ воєн солдат боєц бійц бойц военн военнослуж окупант оккупант боевик бойовик", "soldier", ""},
	{"цивільн мирн гражданск", "civilian", ""},
	{"дітей діти дитин детей дети ребен", "child", ""},
	{"людей люди осіб особи особ человек чоловік жител мешканц громадян граждан жінок женщин", "person", ""},
	{"будинк дом житлов", "house", ""},
	{"будів здани строен", "building", ""},
	{"населен селищ сел міст город поселк", "settlement", ""},
	{"пункт", "", ""},
	{"безпілот беспилот дрон бпла шахед", "drone", ""},
	{"автомоб машин", "vehicle", ""},
	{"танк", "tank", ""}, {"ракет", "missile", ""},
	{"росій росіян россий россиян рф", "", "russia"},
	{"україн украин", "", "ukraine"},
}

// slavicNoun reads a folded word in Cyrillic letters.
func slavicNoun(word string) (slavicStart, bool) {
	if word[0] < 0xd0 {
		return slavicStart{}, false
	}
	for _, n := range slavicNouns {
		for start := range strings.FieldsSeq(n.starts) {
			if strings.HasPrefix(word, fold(start)) {
				return n, true
			}
		}
	}
	return slavicStart{}, false
}
