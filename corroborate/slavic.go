package corroborate

import "strings"

// slavicStart is how the forms of a Ukrainian or Russian word begin, folded, and
// what the word says of those counted: a class of noun, a side, an act. A start
// that ends with a full stop is a whole word.
type slavicStart struct {
	starts string
	class  string
	side   string
	act    string
}

// slavicNouns are looked through in order: the more telling come first.
var slavicNouns = []slavicStart{
	{"військовополонен военнопленн полонен пленн", "prisoner", "", ""},
	{"загибл погибш жертв тіл. тіла. тел. тела. трупи трупов трупів труп. небіжчик", "person", "", "kill"},
	{"постражд пострадавш поранен ранен травмован травмирован", "person", "", "injure"},
	{"затриман задержанн арештован арестованн", "person", "", "detain"},
	{"зниклих пропавш", "person", "", "miss"},
	{"евакуйован эвакуированн", "person", "", "displace"},
	{"військ воєн солдат боєц бійц бойц военн военнослуж окупант оккупант боевик бойовик десантник", "soldier", "", ""},
	{"цивільн мирн гражданск", "civilian", "", ""},
	{"дітей діти дитин детей дети ребен школяр школьник учн учен", "child", "", ""},
	{"гірник горняк шахтар шахтер", "miner", "", ""},
	{"пасажир пассажир", "passenger", "", ""},
	{"пацієнт пациент", "patient", "", ""},
	{"робітник рабочих рабочий працівник работник сотрудник співробітник", "worker", "", ""},
	{"в'язн увязнен ув'язнен засуджен заключенн осужденн", "inmate", "", ""},
	{"мігрант мигрант біжен бежен", "refugee", "", ""},
	{"рятувальник спасател пожежник пожарн", "worker", "", ""},
	{"студент", "student", "", ""},
	{"людей люди людьми людям осіб особи особ человек люд чоловік жител мешканц громадян граждан жінок женщин мужчин турист прочан паломник учасник участник протестувальник", "person", "", ""},
	{"будинк дом. дома. домов домам житлов осель хат", "house", "", ""},
	{"будів здани строен", "building", "", ""},
	{"населен селищ сел. сіл. села. селах містечк міст. міста. город. города. поселк", "settlement", "", ""},
	{"пункт", "", "", ""},
	{"безпілот беспилот дрон бпла шахед", "drone", "", ""},
	{"автомоб машин", "vehicle", "", ""},
	{"бронемашин бронетехн ббм", "vehicle", "", ""},
	{"танк.", "tank", "", ""}, {"танків танков танки", "tank", "", ""}, {"ракет", "missile", "", ""},
	{"росій росіян россий россиян рф", "", "russia", ""},
	{"україн украин", "", "ukraine", ""},
}

// slavicActs are how the words begin by which an act is told, folded.
var slavicActs = []slavicStart{
	{act: "capture", starts: "полон. полону. полоні. плен. плену. полонен пленн"},
	{act: "kill", starts: "загин загибл погиб жертв тіл. тіла. тел. тела. труп помер умер морг"},
	{act: "injure", starts: "постражд пострада поран ранен травм"},
	{act: "detain", starts: "затрим задерж арешт арест"},
	{act: "displace", starts: "евакую евакуй эвакуи евакуа эвакуа"},
	{act: "rescue", starts: "врят спасл спасен"},
	{act: "destroy", starts: "знищ уничтож згор згоріл сгор зруйн разруш вигор выгор"},
	{act: "damage", starts: "пошкод повреж"},
	{act: "flood", starts: "підтоп затоп подтоп"},
	{act: "miss", starts: "зник пропал пропав заблок"},
	{act: "escape", starts: "втек втік сбежа бежал"},
	{act: "abduct", starts: "викра похит похищ"},
}

// slavicNoun reads a folded word in Cyrillic letters.
func slavicNoun(word string) (slavicStart, bool) {
	if !cyrillic(word) {
		return slavicStart{}, false
	}
	return slavicIn(slavicNouns, word)
}

// slavicActIn returns the first act that words in Cyrillic letters tell.
func slavicActIn(words string) string {
	for _, w := range tokens(words) {
		if cyrillic(w) {
			if found, ok := slavicIn(slavicActs, w); ok {
				return found.act
			}
		}
	}
	return ""
}

// slavicIn finds the entry by which a folded word begins.
func slavicIn(table []slavicStart, word string) (slavicStart, bool) {
	for _, n := range table {
		for start := range strings.FieldsSeq(n.starts) {
			whole, exact := strings.CutSuffix(fold(start), ".")
			if exact && word == whole || !exact && strings.HasPrefix(word, whole) {
				return n, true
			}
		}
	}
	return slavicStart{}, false
}
