package corroborate

import "strings"

// acts gathers the words by which reports name the same sort of event: what
// one calls a capture another calls a surrender. A word that stands nowhere
// here is an act of its own.
var acts = index(map[string]string{
	"capture":  "capture captured seize seized surrender surrendered",
	"hold":     "hold held imprison keep",
	"kill":     "kill killed kills die died dies dead death perish perished drowned slay slain massacre execute fatality drown toll body corpse shrouded succumb murder murdered slaughter slaughtered",
	"injure":   "injure injured wound wounded hurt maim hospitalise hospitalize treat injury hospitalised hospitalized injuries",
	"miss":     "miss missing disappear vanish unaccounted trap trapped",
	"detain":   "arrest arrested detain detained jail jailed apprehend custody",
	"displace": "displace displaced evacuate evacuated uprooted flee fled uproot relocate homeless evacuee evacuation",
	"escape":   "escape escaped abscond fugitive",
	"rescue":   "rescue rescued save saved free",
	"destroy":  "destroy destroyed demolish demolished burn burnt burned burning ablaze torch torched raze razed flatten flattened collapse wreck wrecked gut gutted level levelled leveled incinerate ruin ruined",
	"damage":   "damage damaged hit struck strike",
	"down":     "down intercept",
	"release":  "release released exchange exchanged swap swapped repatriate repatriated",
	"shell":    "shell shelled bombard bombarded bomb bombed",
	"sink":     "sink sank sunk capsize capsized",
	"protest":  "protest march rally demonstrate gather attend protester demonstrator marcher",
	"infect":   "infect sicken sickened poison poisoned ill sick infected infection",
	"abduct":   "abduct abducted kidnap kidnapped hostage",
	"flood":    "flood flooded inundate inundated submerge submerged swamp swamped",
	"bury":     "bury buried",
})

// kin are acts by which two reports may tell of one and the same: what one calls
// damaged was destroyed for another, and who was led away was arrested.
var kin = map[[2]string]bool{
	{"damage", "destroy"}: true, {"destroy", "shell"}: true, {"bury", "destroy"}: true, {"damage", "flood"}: true, {"destroy", "flood"}: true,
	{"capture", "hold"}: true, {"capture", "detain"}: true, {"abduct", "capture"}: true, {"detain", "hold"}: true, {"abduct", "hold"}: true,
	{"displace", "rescue"}: true, {"infect", "injure"}: true, {"bury", "kill"}: true, {"bury", "miss"}: true, {"detain", "protest"}: true,
	{"displace", "escape"}: true,
}

// empty are verbs that say nothing of what happened: "the toll stands at 14",
// or only what somebody did with what was left of it.
var empty = words("be have do say tell report show put rise reach stand climb grow become include involve count number total record confirm visual depict picture film image display suggest indicate appear " +
	"see bring carry pull receive find document register list identify name note estimate give leave lay load lift collect admit remember read learn hear watch wrap recover verify check compile exact leaf get go make know think believe write recall witness want use visible deliver")

// armed are the acts in which whoever claims the number is a side of it.
var armed = words("shell sink release capture hold down destroy damage take strike repel attack advance liberate control")

// actOf returns the act that a claim's event lemma stands for, empty where it
// says nothing.
func actOf(lemma string) string {
	lemma = fold(strings.TrimSpace(lemma))
	if empty[lemma] {
		return ""
	}
	if act, ok := acts[lemma]; ok {
		return act
	}
	return lemma
}

// actReach is how many bytes may lie between a number and the word for what
// happened.
const actReach = 40

// actNear returns the act whose word stands nearest to the byte at in a quote,
// for a claim that names no event; of two as near, the one behind. What somebody
// else does in the same sentence is not asked: "64 guests were there, and I held
// the rope".
func actNear(quote string, at int) string {
	best, nearest := "", actReach
	for _, w := range wordsOf(quote) {
		if somebody[w.text] && w.start > at {
			break
		}
		if calendar[w.text] && quote[w.start] < 'a' {
			continue // the month of March
		}
		act, ok := actOfForm(w.text)
		if distance := max(w.start-at, at-w.end); ok && distance <= nearest {
			best, nearest = act, distance
		}
	}
	return best
}

// somebody are the subjects that begin a clause of their own.
var somebody = words("i we he she they who which whose")

// actOfForm returns the act of a word in any form: "holding", "seizes".
func actOfForm(form string) (string, bool) {
	for _, ending := range []string{"", "s", "d", "ed", "ing"} {
		if stem, ok := strings.CutSuffix(form, ending); ok {
			for _, lemma := range []string{stem, stem + "e"} {
				if act, known := acts[lemma]; known {
					return act, true
				}
			}
		}
	}
	return "", false
}

// index turns classes of words into a map from word to class. A word in two
// classes would mean one thing today and another tomorrow, so it ends the
// program as it begins.
func index(classes map[string]string) map[string]string {
	of := map[string]string{}
	for class, list := range classes {
		for word := range strings.FieldsSeq(list) {
			word = fold(word)
			if other, taken := of[word]; taken && other != class {
				panic("corroborate: " + word + " is in two classes: " + class + " and " + other)
			}
			of[word] = class
		}
	}
	return of
}

// words turns a list into a set.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}
