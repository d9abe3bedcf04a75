package claim

import "strings"

// cueKind is how a verb brings in what somebody says or thinks.
type cueKind uint8

const (
	noCue    cueKind = iota
	speech           // say, tell: a clause, a quotation, on either side
	thought          // believe, hope: a clause after it
	wish             // want, plan: "to" and an infinitive after it
	opinion          // praise, support, criticise: about a thing
	evidence         // show, suggest: what a poll or a video does
	question         // ask
)

// cueVerbs lists verbs by what follows them.
var cueVerbs = verbs(map[cueKind]string{
	speech: `say ask inquire wonder tell add note explain write report announce claim argue state declare insist reveal confirm admit acknowledge
		suggest warn testify tweet respond reply answer recall remark observe comment continue conclude assert allege contend
		maintain repeat reiterate stress emphasize emphasise concede disclose estimate predict forecast joke quip complain boast brag lament
		promise pledge vow swear threaten deny dispute caution advise counsel urge inform assure remind post email text shout
		yell whisper cry exclaim proclaim profess recount relate retort snap tout underscore underline mention point clarify
		signal hint imply accuse charge read opine muse jest chide implore plead beg surmise posit theorize speculate cite describe
		broadcast publish blog brief counter interject intone declaim detail specify summarize volunteer confess calculate compute document outline highlight list certify concur
		elaborate guess propose demand request recommend order instruct command rule blast deadpan tease pronounce
		alert affirm attest aver avow articulate bark bellow blurt chant chuckle confide convey crow demur enthuse enumerate fume gripe groan grouse growl grumble gush holler howl inveigh jeer laugh lecture mumble murmur mutter narrate object protest preach rant rave rejoin roar scoff scream sigh sneer sniff snipe stammer stipulate thunder venture voice vent wail whine utter`,
	thought: `think believe hope know fear expect feel realize realise suspect worry doubt assume understand agree disagree hear learn
		imagine consider decide wonder figure reckon remember forget recognize recognise anticipate wish conclude gather presume
		envision foresee view regard perceive
		suppose infer deduce contemplate mull ponder reason bet dread trust envisage notice marvel`,
	wish: `want plan intend seek refuse decline prefer aim threaten promise pledge vow offer agree hope expect wish propose
		decide desire aspire ask claim profess swear volunteer request beg plead fear pretend resolve
		long yearn crave pray commit opt consent strive`,
	opinion: `point praise criticize criticise support oppose endorse condemn denounce blame slam attack defend reject call describe accuse
		label dismiss welcome favor favour back blast mock ridicule question cite quote discuss address tout champion decry
		deride refer talk speak allude comment complain rail bemoan applaud laud hail rebuke deplore regret love hate like dislike admire doubt challenge propose advocate slam belittle compare credit deem portray depict characterize characterise extol reference apologize apologise laud knock rip trash lambaste decry disparage
		assail berate castigate censure chastise commend compliment condone congratulate damn denigrate deprecate eulogize excoriate fault honor honour impugn insult malign reprimand revile salute scold scorn shame thank upbraid vilify celebrate acclaim pillory skewer savage lampoon lament mourn resent cheer boo heckle hammer admonish glorify romanticize downplay minimize exaggerate overstate understate hype trumpet herald peddle rebuff rebut refute dispute contradict debunk discredit disavow disown renounce repudiate gush rave enthuse rant inveigh object protest scoff sneer fume`,
	evidence: `show suggest indicate find reveal demonstrate confirm imply project`,
	question: `ask inquire question wonder query`,
})

func verbs(by map[cueKind]string) map[string]uint8 {
	m := map[string]uint8{}
	for k, list := range by {
		for v := range wordSet(list) {
			m[v] |= 1 << k
		}
	}
	return m
}

// can reports whether a verb brings in speech of a kind.
func can(lemma string, k cueKind) bool { return cueVerbs[lemma]&(1<<k) != 0 }

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
