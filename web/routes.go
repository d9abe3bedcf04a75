package web

// route is one address and what answers it.
type route struct {
	pattern string
	serve   action
}

// routes lists every address of the desk.
func routes(sh *shell, desk Desk) []route {
	home := homePage{sh, desk}
	front := casePage{sh, desk}
	items := itemsPage{sh, desk}
	item := itemPage{sh, desk}
	media := mediaPage{sh, desk}
	find := findPage{sh, desk}
	claims := claimsPage{sh, desk}
	claim := claimPage{sh, desk}
	compare := comparePage{sh, desk}
	alike := lookalikesPage{sh, desk}
	figure := figurePage{sh, desk}
	tally := countPage{sh, desk}
	sightings := sightingsPage{sh, desk, item}
	pair := pairPage{sh, desk}
	verdicts := verdictsPage{sh, desk, sightings, pair, claim, compare}
	ledger := ledgerPage{sh, desk}
	files := filesPage{sh, desk}
	release := releasePage{sh, desk, files}
	return []route{
		{"GET /{$}", home.show},
		{"POST /cases", home.open},
		{"POST /theme", sh.setTheme},

		{"GET /case/{case}", front.show},
		{"GET /case/{case}/items", items.show},
		{"POST /case/{case}/items", items.preserve},
		{"GET /case/{case}/items/{digest}", item.show},
		{"GET /case/{case}/compare", compare.show},
		{"GET /case/{case}/lookalikes", alike.show},
		{"GET /media/{digest}", media.send},
		{"GET /case/{case}/find", find.show},

		{"GET /case/{case}/claims", claims.show},
		{"GET /case/{case}/claims/{claim}", claim.show},
		{"GET /case/{case}/figures/{figure}", figure.show},

		{"GET /case/{case}/count", tally.show},
		{"POST /case/{case}/assumptions", tally.assume},
		{"GET /case/{case}/sightings", sightings.show},
		{"POST /case/{case}/sightings", sightings.code},
		{"GET /case/{case}/sightings/{sighting}", sightings.showOne},
		{"GET /case/{case}/when", sightings.when},
		{"GET /case/{case}/pair", pair.show},
		{"GET /case/{case}/verdicts", verdicts.show},
		{"POST /case/{case}/verdicts", verdicts.give},

		{"GET /case/{case}/files", files.show},
		{"POST /case/{case}/release", release.publish},
		{"GET /case/{case}/evidence.json", files.evidence},
		{"GET /case/{case}/tally.json", files.tally},
		{"GET /case/{case}/claims.jsonl", files.claims},

		{"GET /ledger", ledger.show},
		{"GET /ledger/checkpoint", ledger.checkpoint},
		{"GET /ledger/{index}/proof", ledger.proof},
	}
}
