package claim

import "strings"

// slavicGrammar is what attribution needs of a language.
type slavicGrammar struct {
	verbs    map[string]bool // of saying and thinking
	finds    map[string]bool // of what somebody counts, confirms or estimates, before an object
	about    map[string]bool // before what is told of
	that     map[string]bool
	by       []string // "according to", before a genitive
	as       map[string]bool
	citing   []string // before whom a relay has it from
	told     []string // before a relay
	pronouns map[string]standsFor
	hedges   map[string]bool
	blocked  []string // "could not be verified"
	promises map[string]bool
	denials  map[string]bool
	changes  []string // beginnings of verbs after which "до" names what a number came to
}

var slavicGrammars = map[string]*slavicGrammar{
	"uk": {
		verbs: joinSets(ukrainianPast(`повідоми заяви сказа розпові зазначи наголоси підкресли уточни дода поясни стверджува визна написа оголоси вважа припусти
				підтверди запереч спростува пообіця попереди поінформува звітува відзначи відпові нагада оціни допові зауважи вказа констатува запевни
				переда процитува наполяга визнава розповіда каза додава передбачи повідомля говори`),
			wordSet(`повідомляє повідомляють повідомляється повідомлялося повідомлялось заявляє заявляють каже кажуть говорить говорять розповідає розповідають
				зазначає зазначають зазначається наголошує наголошують підкреслює уточнює уточнюють додає додають пояснює стверджує стверджують визнає пише пишуть
				вважає вважають очікує очікують припускає припускають підтверджує підтверджують заперечує заперечують спростовує обіцяє інформує інформують звітує
				відзначає відзначають оцінює оцінюють передає передають доповідає зауважує вказує констатує запевняє ідеться йдеться говориться`)),
		finds: joinSets(ukrainianPast(`підтверди оціни нарахува зафіксува зареєструва задокументува ідентифікува порахува визна зібра`),
			wordSet(`підтверджує підтверджують оцінює оцінюють нараховує нараховують фіксує`)),
		about: wordSet("про"), that: wordSet("що ніби начебто"), as: wordSet("як"), pronouns: pronounsOf("він його чоловік посадовець", "вона її жінка посадовиця", "вони їх їхніми воно"),
		by:     []string{"за словами", "за даними", "за інформацією", "на думку", "за оцінками", "за оцінкою", "згідно з даними", "за повідомленням", "за версією", "відповідно до", "зі слів", "за підрахунками"},
		citing: []string{"з посиланням на", "посилаючись на"}, told: []string{"в інтерв'ю", "у інтерв'ю", "в коментарі", "у коментарі", "цитує"},
		hedges:   wordSet("нібито начебто ймовірно можливо напевно очевидно мабуть"),
		blocked:  []string{"не вдалося незалежно", "не вдалося перевірити", "не може незалежно", "не змогли незалежно", "не зміг незалежно", "неможливо незалежно"},
		promises: wordSet("пообіцяв пообіцяла пообіцяли обіцяє"), denials: wordSet("заперечив заперечила заперечили заперечує спростував спростувала"),
		changes: []string{"зрос", "збільши", "підвищи", "зменши", "скороти", "впа", "знизи", "сяг", "дійш"},
	},
	"ru": {
		verbs: joinSets(russianPast(`сообщи заяви сказа рассказа отмети подчеркну уточни добави поясни объясни утвержда призна написа объяви счита предположи подтверди
				опроверг пообеща предупреди проинформирова ответи напомни оцени доложи указа констатирова завери переда процитирова настаива отчита говори сообща рассказыва`),
			wordSet(`опроверг сообщает сообщают сообщается сообщалось говорится заявляет заявляют говорит говорят рассказывает рассказывают отмечает отмечают отмечается подчеркивает подчёркивает
				уточняет уточняют уточняется добавляет добавляют поясняет объясняет утверждает утверждают признает признаёт пишет пишут считает считают ожидает ожидают предполагает
				предполагают подтверждает подтверждают отрицает отрицают обещает информирует информируют оценивает оценивают передает передаёт передают докладывает указывает указывают`)),
		finds: joinSets(russianPast(`подтверди оцени насчита зафиксирова зарегистрирова задокументирова опозна подсчита призна`),
			wordSet(`подтверждает подтверждают оценивает оценивают насчитывает насчитывают фиксирует`)),
		about: wordSet("о об обо про"), that: wordSet("что будто якобы"), as: wordSet("как"), pronouns: pronounsOf("он его мужчина чиновник", "она ее её женщина чиновница", "они их оно"),
		by:     []string{"по словам", "по данным", "по информации", "по мнению", "по оценкам", "по оценке", "согласно данным", "по сообщению", "по версии", "согласно", "со слов", "по подсчетам", "по подсчётам"},
		citing: []string{"со ссылкой на", "ссылаясь на"}, told: []string{"в интервью", "в комментарии", "цитирует"},
		hedges:   wordSet("якобы предположительно вероятно возможно видимо очевидно"),
		blocked:  []string{"не удалось независимо", "не удалось проверить", "не может независимо", "не смогли независимо", "не смог независимо", "невозможно независимо"},
		promises: wordSet("пообещал пообещала пообещали обещает"), denials: wordSet("опроверг опровергла опровергли отрицает отрицают"),
		changes: []string{"вырос", "выросл", "возрос", "увеличи", "повыси", "уменьши", "сократи", "снизи", "упал", "дош", "достиг"},
	},
}

// russianPast is the past of verbs in its four forms, by their stems.
func russianPast(stems string) map[string]bool { return pastOf(stems, "л") }

// ukrainianPast is russianPast for Ukrainian.
func ukrainianPast(stems string) map[string]bool { return pastOf(stems, "в") }

func pastOf(stems, his string) map[string]bool {
	out := map[string]bool{}
	for _, stem := range strings.Fields(stems) {
		for _, ending := range []string{his, "ла", "ло", "ли"} {
			out[stem+ending] = true
		}
	}
	return out
}

func joinSets(sets ...map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, set := range sets {
		for w := range set {
			out[w] = true
		}
	}
	return out
}

// slavicBodies are offices, bodies and trades that speak in the news, in the nominative.
var slavicBodies = strings.Fields(`полиция министерство прокуратура администрация больница губернатор мэр начальник глава представитель представительница пресс-служба
	генштаб штаб ведомство правительство командование комитет управление капитан врач директор директриса минобороны минздрав мчс фсб мид мвд следователь
	посольство посол консульство мэрия комиссия фонд институт издание агентство телеканал источник очевидец очевидица свидетель житель жительница фельдшер
	поліція міністерство прокуратура адміністрація лікарня мер речник речниця представник представниця прес-служба відомство уряд командування служба
	комітет управління лікар директорка міноборони моз дснс сбу гур ова ова мзс мвс слідчий посольство мерія комісія видання агенція джерело очевидець
	очевидиця свідок мешканець мешканка бригада батальон батальйон полк рятувальник спасатель командир депутат сенатор адвокат юрист волонтер волонтёр
	следствие слідство эксперт експерт аналітик аналитик журналист журналіст президент премьер-министр прем'єр-міністр министр міністр спикер голова мінрозвитку кремль оп офис офіс`)

// slavicCases are the endings of a noun in the cases, the nominative's left off.
var slavicCases = wordSet(`а у ом е ы и і ю ем ой ою ей єю я ею ів ов ям ам ями ами ах ях ії ии ію ию ія ия ієї єм ємо стві стве`)

// slavicBody returns the nominative of a word that is an office or a body in some case; "" for other words.
func slavicBody(word string) string {
	low := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	for _, body := range slavicBodies {
		if low == body {
			return word
		}
	}
	for _, body := range slavicBodies {
		stem := strings.TrimRight(body, "аяоеиіїьй")
		ending, ok := strings.CutPrefix(low, stem)
		if ok && len(stem) >= 6 && (slavicCases[ending] || ending == "") {
			if word != low && !strings.HasPrefix(word, string([]rune(low)[:1])) {
				return strings.ToUpper(string([]rune(body)[:1])) + string([]rune(body)[1:])
			}
			return body
		}
	}
	return ""
}
