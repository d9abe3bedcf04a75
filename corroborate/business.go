package corroborate

import (
	"regexp"
	"slices"
	"strings"
)

// A company and an authority are two bodies. Where the company says that it counted
// for itself, from a register or a roll-call of its own, its number is not the
// authority's repeated.

// business are the words for companies and for who runs them.
var business = words("company firm operator contractor supplier manufacturer charterer shipper employer provider retailer developer carrier shipowner airline executive insurer plant factory")

// authority are the words for who can speak for no company.
var authority = words("ministry minister police policeman policewoman guard coastguard army navy military prosecutor mayor governor prefect sheriff coroner commander colonel general major lieutenant sergeant superintendent government parliament municipality council brigade commissioner gendarmerie")

var (
	slavicBusiness  = folded("комбінат комбинат завод фабрик компані компани підприємств предприят агентств судновлас судовлад оператор фірм фирм шахтоуправл шахтоуправ")
	slavicAuthority = folded("міністр министр міністерств министерств губернатор мер. мэр поліц полиц дснс мчс мвс мвд прокур слідч следств генерал полковник спасател рятувальн")
)

// isBusiness reports whether a word for a speaker is one for a company.
func isBusiness(role string) bool { return business[role] || beginsAny(role, slavicBusiness) }

// isAuthority reports whether it is one for who speaks for no company.
func isAuthority(role string) bool { return authority[role] || beginsAny(role, slavicAuthority) }

func beginsAny(word string, starts []string) bool {
	return word != "" && slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(word, start) })
}

// ownCounting is how a body says that it counted for itself.
var ownCounting = regexp.MustCompile(`(?i)\b(?:our|their|its|his|her) own (?:\w+ )?(?:counts?|tally|lists?|registers?|records?|books?|rolls?|ledgers?|roll-calls?)\b` +
	`|\b(?:registers?|lists?|tally|count|records?|rolls?) of (?:our|their|its) own\b` +
	`|\bour (?:\w+ ){0,2}(?:lists?|registers?|records?|counts?|roll|roll-call|manifest|ledger|books|system)\b` +
	`|\bwe (?:ourselves |have |had |also )?(?:counted|called|phoned|telephoned|visited|checked|listed|wrote down|spoke|went through|kept)\b` +
	`|\b(?:badge|card|payroll|ticket|booking|passenger|crew|patient) (?:system|lists?|manifest|registers?|records?)\b` +
	`|(?:наш|сво|власн|собственн)\p{L}* (?:\p{L}+ ){0,2}(?:спис|реєстр|реестр|переклич|перелік|журнал|табел|підрах|подсч)` +
	`|(?:по|за) (?:судовой|судновою|судновой|именн\p{L}*|поіменн\p{L}*) (?:рол|спис)` +
	`|(?:^|[^\p{L}])(?:ми|мы) (?:сами |самі )?(?:обдзвон|обзвон|порах|посчит|подсч|перевір|провер|поговор|склал|состав)`)

// ownCount returns the words by which a body says in the sentence of a claim, or in
// the one before, that it counted for itself.
func (s *statement) ownCount() string { return ownCounting.FindString(s.context()) }

// countedApart reports whether of two offices one is a company and the other an
// authority, and the company says that it counted for itself.
func countedApart(a, b Origin) bool {
	if isBusiness(b.Role) {
		a, b = b, a
	}
	return a.Known && b.Known && a.Grounds != "" && isBusiness(a.Role) && isAuthority(b.Role)
}
