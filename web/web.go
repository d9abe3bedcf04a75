// Package web is the desk's pages: server-rendered, usable by keyboard and
// without JavaScript, and holding no decisions. What can be done is one
// operation of the desk, called alike from the shell and from here.
//
// Every route stands in routes.go, every page in a file of its own together
// with the few methods it needs of the desk. Charts are pure functions from
// values to SVG in chart_*.go, each drawn from the table that stands beside it.
package web

import (
	"errors"
	"log/slog"
	"net/http"
	"time"
)

// Desk is all that the pages ask of a desk: what each page declares for itself,
// taken together.
type Desk interface {
	homeDesk
	caseDesk
	itemsDesk
	itemDesk
	mediaDesk
	findDesk
	claimsDesk
	claimDesk
	compareDesk
	lookalikesDesk
	figureDesk
	countDesk
	sightingsDesk
	pairDesk
	verdictsDesk
	ledgerDesk
	filesDesk
	releaseDesk
}

// Config is what the pages are made from.
type Config struct {
	Desk  Desk
	Who   string           // who acts where a form does not say; never empty
	Shell string           // how a shell reaches this desk, as "atleast --desk DIR"; "atleast" where empty
	Now   func() time.Time // time.Now where nil
	Log   *slog.Logger     // slog.Default() where nil
}

// New returns the desk's pages. It fails where the configuration lacks a desk
// or a name, or where a template does not parse.
func New(c Config) (http.Handler, error) {
	if c.Desk == nil {
		return nil, errors.New("web: no desk")
	}
	if c.Who == "" {
		return nil, errors.New("web: who acts is empty; every entry of the ledger needs a name")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Shell == "" {
		c.Shell = "atleast"
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	templates, err := parseTemplates()
	if err != nil {
		return nil, err
	}
	sh := &shell{templates: templates, who: c.Who, command: c.Shell, now: c.Now, log: c.Log}
	mux := http.NewServeMux()
	for _, route := range routes(sh, c.Desk) {
		mux.Handle(route.pattern, sh.handle(route.serve))
	}
	mux.Handle("GET /static/", staticFiles())
	mux.Handle("/", sh.handle(sh.otherwise(mux)))
	return guard(mux), nil
}
