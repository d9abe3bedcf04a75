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
	told("kill", `\b(?:claim|cost|los|tak)\w*\b[^.]{0,30}\b(?:lives|life)\b|\bloss of\b[^.]{0,30}\b(?:lives|life)\b|\bdeath toll\b|\bthe toll\b|\b(?:bodies|corpses|coffins|funerals|graves|mortuary|morgue|shrouds)\b|\bthe dead\b`),
	told("capture", `\b(?:tak\w+|took)\b[^.]{0,40}\b(?:prisoner|captive)\b|\blaid down their (?:arms|weapons)\b|\bprisoners of war\b|\bcaptives?\b`),
	told("escape", `\bon the run\b|\bbroke (?:out|free)\b|\bat large\b|\bjailbreak\b|\bbreakout\b|\bclimbed over the wall\b`),
	told("detain", `\brounded up\b|\b(?:in|into) (?:police )?custody\b|\bpolice (?:vans?|buses|cells?|trucks?)\b|\bhandcuff\w*\b|\bbehind bars\b|\barrests\b`),
	told("rescue", `\b(?:brought|came|carried|got) (?:\w+ )?(?:ashore|to safety|to shore|out alive)\b|\balive\b|\bplucked\b|\bwinched\b|\blowered\b[^.]{0,30}\brope\b`),
	told("injure", `\b(?:bandag|stitch)\w*\b|\b(?:gunshot|shrapnel|burn) wounds\b|\bthe wounded\b|\bthe injured\b|\bwith (?:\w+ )?(?:wounds|burns|injuries|fractures)\b|\b(?:in|to) hospitals?\b`),
	told("infect", `\b(?:taken|fell|fallen|falling) (?:ill|sick)\b|\bcases of\b|\bfood poisoning\b`),
	told("destroy", `\bburn\w* (?:down|out|to the ground)\b|\breduced to (?:rubble|ash\w*|\w+ foundations|ruins|the ground)\b|\bwiped out\b|\bknocked out\b|\blost (?:to|in) the (?:fire|flames|blaze|storm|flood\w*)\b|\bare gone\b|\b(?:set|on|caught) (?:fire|ablaze)\b|\bin flames\b|\bwent up in flames\b`),
	told("displace", `\b(?:moved|led|bussed|taken|got|brought) out\b|\btold to leave\b|\b(?:left|lost|forced from|driven from|abandon\w*|fled) their homes\b|\bhad to leave\b`),
	told("miss", `\bunaccounted for\b|\bcut off\b|\bno (?:word|trace|sign|contact)\b|\bburied under\b|\bstill under\b`),
	told("flood", `\bunder ?water\b|\bwater (?:in|enter|reach|fill)\w*\b`),
	told("protest", `\btook (?:part|to the streets)\b|\bturned out\b|\bin the (?:march|crowd|rally|procession)\b`),
}

func told(act, pattern string) idiom { return idiom{act, regexp.MustCompile(`(?i)` + pattern)} }

// parts are verbs that tell an act together with other words, and little alone.
var parts = words("set catch claim cost lose take run break round knock reduce lead move fall come turn lay wipe cut admit abandon lower pluck winch bandage lie")

// idiomReach is how far around a number an idiom may stand, in bytes.
const idiomReach = 70

// idiomNear returns the act that is told by an idiom around a number.
func idiomNear(words string) string {
	for _, i := range idioms {
		if i.told.MatchString(words) {
			return i.act
		}
	}
	return slavicActIn(strings.ToLower(words))
}
