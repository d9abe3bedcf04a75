package corroborate

import (
	"cmp"
	"strings"
)

// noun is a counted thing without the way a report happens to word it.
type noun struct {
	class string // "soldier"; empty where the report does not say
	side  string // the country it belongs to: "russia"; empty where not said
	act   string // the act that the words themselves state: "14 dead"

	living bool // whether what is done to them is done to people alone
}

// nouns gathers words for the same sort of counted thing.
var nouns = index(map[string]string{
	"person":     "person people human individual victim body man woman men women resident inhabitant citizen local villager others member name",
	"soldier":    "soldier troop serviceman servicemen servicemember servicewoman fighter militant combatant conscript recruit personnel trooper infantryman paratrooper invader occupier",
	"civilian":   "civilian",
	"child":      "child children kid minor schoolchild schoolchildren pupil infant baby toddler teenager boy girl",
	"worker":     "worker employee labourer laborer staff",
	"miner":      "miner",
	"passenger":  "passenger commuter traveller traveler",
	"prisoner":   "prisoner captive pow",
	"inmate":     "inmate detainee",
	"house":      "house home dwelling residence",
	"building":   "building structure",
	"settlement": "town village settlement hamlet city community municipality",
	"visual":     "visual photo photograph picture image video clip footage",
	"vehicle":    "vehicle car truck lorry bus",
	"drone":      "drone uav",
})

// people are the classes of noun that count human beings: each lies within
// "person". They overlap (a miner is a worker) but for the rivals.
var people = words("person soldier civilian child worker miner passenger prisoner inmate student refugee migrant policeman fisherman nurse guard pilgrim guest crew relative athlete sheriff pilot monk nun clergy " +
	"colleague witness pupil bystander patient spectator cadet native cleric participant immigrant occupant peasant merchant servant militant assailant suspect convict fugitive hostage bride groom adult youth teen adolescent orphan widow spouse friend priest imam chef cook thief spy pirate bandit rebel insurgent guerrilla medic paramedic mechanic congregant")

// things end like people and are none.
var things = words("tower trailer container freighter helicopter computer shelter tiger reactor tractor motor bunker launcher tanker carrier transformer cruiser bomber number paper letter river border quarter order power water chapter cylinder boiler glacier panther beaver hamster otter spider oyster lobster")

// animals and goods are things, besides people, of which reports count losses.
var (
	animals = words("animal horse cow whale elephant reindeer cattle sheep goat dog bird fish lion rhino")
	goods   = words("house building settlement vehicle drone ship boat aircraft plane helicopter tank tent bridge school hospital")
)

// ofGoods are the acts that are done to goods, ofAnyone those that are done to
// goods and people alike; all others are done to what lives.
var (
	ofGoods  = words("destroy damage down sink shell")
	ofAnyone = words("capture hold")
)

// suffers reports whether an act can be done to what is counted: nobody kills
// tents or captures photographs.
func (n noun) suffers(act string) bool {
	switch {
	case n.class == "" || ofAnyone[act] && (goods[n.class] || isPeople(n.class)):
		return true
	case ofGoods[act]:
		return goods[n.class]
	default:
		return isPeople(n.class) || animals[n.class] || act == "kill" && lives[n.class]
	}
}

// rivals are people of whom nobody is the other.
var rivals = map[string]string{"soldier": "civilian", "civilian": "soldier"}

// isPeople reports whether a class of noun counts human beings: it is known to,
// or is made like a word for one who does something (hiker, tourist).
func isPeople(class string) bool {
	if people[class] {
		return true
	}
	if things[class] || len(class) < 5 {
		return false
	}
	for _, ending := range []string{"er", "or", "ist", "eer", "man", "woman", "men", "women", "ee", "ian"} {
		if strings.HasSuffix(class, ending) {
			return true
		}
	}
	return false
}

// isPeople reports whether human beings are counted, as far as the word for them
// or what happened to them tells.
func (n noun) isPeople() bool {
	return isPeople(n.class) || n.living && nouns[n.class] == "" && !animals[n.class] && !goods[n.class] && !things[n.class]
}

// toPeople are the acts that reports count by people, unless they say otherwise.
var toPeople = words("kill injure detain abduct displace rescue escape infect miss release protest")

// nounOf reads what a quantity counts: "captured Russian soldiers".
func nounOf(what string) noun {
	n, sure := noun{}, false
	for _, word := range tokens(what) {
		if side, ok := sideOf(word); ok {
			n.side = side
			continue
		}
		if word[0] >= '0' && word[0] <= '9' {
			continue
		}
		if word == "of" && isPeople(n.class) {
			break // "members of his congregation"
		}
		if slavic, ok := slavicNoun(word); ok {
			if !sure || n.class == "person" {
				n.class, sure = cmp.Or(slavic.class, n.class), slavic.class != "" // the head stands first
			}
			n.side, n.act = cmp.Or(slavic.side, n.side), cmp.Or(slavic.act, n.act)
			continue
		}
		if told := slavicActIn(word); told != "" {
			n.act = told
			continue
		}
		word = singular(word)
		if act, ok := acts[word]; ok && act != "hold" && nouns[word] != "prisoner" {
			n.act = act
			if n.class == "" && act != "damage" && act != "destroy" && act != "flood" {
				n.class = "person"
			}
			continue
		}
		if act, ok := actOfForm(word); ok && n.class != "" && strings.HasSuffix(word, "ing") {
			n.act = act // "ships sinking"
			continue
		}
		if class, ok := nouns[word]; ok {
			n.class = class
		} else if !fillers[word] && (n.class == "" || !cyrillic(word)) {
			n.class = word
		}
	}
	return n
}

// fillers say nothing of what is counted.
var fillers = words("of and or the a an other more new total whole entire war armed at least many some")

// singular returns a plain English plural's singular.
func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "xes"):
		return word[:len(word)-2]
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word[:len(word)-1]
	}
	return word
}

// against says how what n counts lies to what m counts.
func (n noun) against(m noun) position {
	if n.side != "" && m.side != "" && n.side != m.side {
		return apart
	}
	switch {
	case n.class == "" || m.class == "":
		return unclear
	case n.class == m.class:
		return equal
	case n.isPeople() && m.class == "person":
		return inside
	case m.isPeople() && n.class == "person":
		return containing
	case n.isPeople() && m.isPeople() && rivals[n.class] != m.class:
		return unclear
	default:
		return apart
	}
}
