package corroborate

import (
	"regexp"
	"strings"
)

// idiom is a way of telling an act in several words, or by something else than
// its verb: "claimed the lives of 27", "46 are on the run".
type idiom struct {
	act  string
	told *regexp.Regexp
}

// idioms are looked through in order; each is looked for around the number.
var idioms = []idiom{
	told("kill", `\b(?:claim|cost|los|tak)\w*\b[^.]{0,30}\b(?:lives|life)\b|\bloss of\b[^.]{0,30}\b(?:lives|life)\b|\bdeath toll\b|\bthe toll\b|\b(?:bodies|corpses|coffins|funerals|graves|mortuary|morgue|shrouds)\b|\bthe dead\b`+
		`|\b(?:are|is|were|was|lay|lie|lying|be|been|confirmed|pronounced|declared|found|shot|left) dead\b|\b(?:gunned|mown|mowed|cut) down\b|\bsuccumb\w*\b|\bperish\w*|\bfatal(?:ly|ities)?\b`+
		`|(?:\bnot|n['’]t|\bnever) (?:survive|make it|wake up|(?:come|came|get|got|return\w*) (?:home|back|out|up))\b|\bdid not (?:come|make it|return)\b`+
		`|\bclosed (?:the|their) eyes\b|\b(?:laid|lowered) (?:\w+ )?(?:to rest|in the ground|into the ground)\b|\bbeyond (?:saving|help)\b`),
	told("capture", `\b(?:tak\w+|took)\b[^.]{0,40}\b(?:prisoner|captive)\b|\blaid down their (?:arms|weapons)\b|\b(?:gave|given|giving) themselves up\b|\b(?:their|with) hands (?:up|raised|in the air)\b|\bwhite flags?\b|\bprisoners of war\b|\bcaptives?\b`),
	told("escape", `\bon the run\b|\bbroke (?:out|free)\b|\bat large\b|\bjailbreak\b|\bbreakout\b|\bclimbed over the wall\b`),
	told("detain", `\brounded up\b|\b(?:in|into) (?:police )?custody\b|\bpolice (?:vans?|buses|cells?|trucks?)\b|\bhandcuff\w*\b|\bbehind bars\b|\barrests\b|\bcells?\b|\b(?:led|taken|driven) away\b`),
	told("rescue", `\bpull\w* (?:\w+ ){0,3}(?:from|out of|to safety|aboard|on board)\b|\b(?:took|taken|brought|hauled|lifted|fished|helped) (?:\w+ ){0,2}(?:on board|aboard|off|out of the water)\b|\b(?:brought|came|carried|got) (?:\w+ )?(?:ashore|to safety|to shore|out alive)\b|\balive\b|\bplucked\b|\bwinched\b|\blowered\b[^.]{0,30}\brope\b`),
	told("injure", `\b(?:bandag|stitch)\w*\b|\b(?:gunshot|shrapnel|burn) wounds\b|\bthe wounded\b|\bthe injured\b|\bwith (?:\w+ )?(?:wounds|burns|injuries|fractures)\b|\b(?:in|to) hospitals?\b`),
	told("infect", `\b(?:taken|fell|fallen|falling) (?:ill|sick)\b|\bcases of\b|\bfood poisoning\b|\bvomit\w*|\bnause\w+|\bunwell\b|\bstomach (?:cramps|pains?)\b`),
	told("destroy", `\bburn\w* (?:down|out|to the ground)\b|\breduced to (?:rubble|ash\w*|\w+ foundations|ruins|the ground)\b|\bwiped out\b|\bknocked out\b|\blost (?:to|in) the (?:fire|flames|blaze|storm|flood\w*)\b|\bare gone\b|\b(?:set|on|caught) (?:fire|ablaze)\b|\bin flames\b|\bwent up in flames\b`),
	told("displace", `\b(?:moved|led|bussed|taken|got|brought) out\b|\btold to leave\b|\b(?:left|lost|forced from|driven from|abandon\w*|fled) their homes\b|\bhad to leave\b|\b(?:took|taken|taking|sought|seeking|found) (?:refuge|shelter)\b|\bsheltering\b|\bsleeping (?:here|in|on)\b|\bslept (?:here|in|on)\b|\bwithout (?:a home|homes|a roof)\b`),
	told("miss", `\bunaccounted for\b|\bcut off\b|\bno (?:word|trace|sign|contact)\b|\bburied under\b|\bstill under\b`),
	told("flood", `\bunder ?water\b|\bwater (?:in|enter|reach|fill)\w*\b`),
	told("protest", `\btook (?:part|to the streets)\b|\bturned out\b|\bin the (?:march|crowd|rally|procession)\b`),
}

func told(act, pattern string) idiom { return idiom{act, regexp.MustCompile(`(?i)` + pattern)} }

// parts are verbs that tell an act together with other words, and little alone.
var parts = words("set catch claim cost lose take run break round knock reduce lead move fall come turn lay wipe cut admit abandon lower pluck winch bandage lie pull help haul fish lift close sleep shelter seek succumb survive shoot gun drive land end wake")

// idiomReach is how far around a number an idiom may stand, in bytes.
const idiomReach = 70

// tells reports whether a lemma of no known act leaves it to the words around the
// number to say what happened to those that a noun counts: it is one of parts, or
// it is said of people whom the noun does not describe, as in "thirteen of the men
// he worked beside are dead".
func (n noun) tells(lemma string) bool {
	return lemma == "" || parts[lemma] || n.class == ""
}

// idiomNear returns the act that is told by an idiom around a number.
func idiomNear(words string) string {
	for _, i := range idioms {
		if i.told.MatchString(words) {
			return i.act
		}
	}
	return slavicActIn(strings.ToLower(words))
}
