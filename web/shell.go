package web

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

// shell is what every page shares: the templates, who acts, and the clock.
type shell struct {
	templates map[string]*template.Template
	who       string
	command   string // how a shell reaches this desk
	now       func() time.Time
	log       *slog.Logger
}

// action answers one request. An error it returns becomes a page of its own.
type action func(http.ResponseWriter, *http.Request) error

// view is what the layout needs to know about a page.
type view struct {
	Title string        // what the page is, without the case
	Here  string        // the entry of the navigation that the page belongs to
	Case  *atleast.Case // nil on pages of the whole desk
	Body  any
	Who   string
	Theme string // "dark", "light", or "system": as the machine says
	Path  string
	Now   time.Time
}

// page renders the template name with v. Nothing is sent before all of it is
// rendered, so a failing template never leaves half a page.
func (sh *shell) page(w http.ResponseWriter, r *http.Request, status int, name string, v view) error {
	v.Who, v.Theme, v.Now = sh.who, themeOf(r), sh.now()
	v.Path = r.URL.RequestURI()
	if r.Method != http.MethodGet {
		v.Path = "/"
	}
	var page bytes.Buffer
	if err := sh.templates[name].ExecuteTemplate(&page, "layout", v); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := page.WriteTo(w)
	if err != nil {
		sh.log.Debug("the reader went away", "page", name, "error", err)
	}
	return nil
}

// handle turns an action into a handler.
func (sh *shell) handle(serve action) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := serve(w, r)
		if err == nil {
			return
		}
		if r.Context().Err() != nil {
			return // the reader went away; nobody is left to tell
		}
		if shown := sh.fail(w, r, err); shown != nil {
			sh.log.Error("show an error", "path", r.URL.Path, "error", shown)
			http.Error(w, "The desk failed twice: "+err.Error(), http.StatusInternalServerError)
		}
	})
}

// failure is a page that says what happened, what was kept, and what to do.
type failure struct {
	What, Kept, Do string
}

func (sh *shell) fail(w http.ResponseWriter, r *http.Request, err error) error {
	status, title, page := http.StatusInternalServerError, "The desk failed", failure{
		What: err.Error(),
		Kept: "What was on the desk before is unchanged.",
		Do:   "Run “atleast doctor” in a shell: it says what the machine lacks. Then try again.",
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.Is(err, atleast.ErrNotFound):
		status, title = http.StatusNotFound, "Not on this desk"
		page.Do = "Check the address, or start from the list of cases."
		page.Kept = ""
	case errors.Is(err, errMethod):
		status, title = http.StatusMethodNotAllowed, "Not done this way"
		page.Do = "Go back to the page and use its form."
	case errors.As(err, &tooLarge):
		status, title = http.StatusRequestEntityTooLarge, "Too much at once"
		page.Do = "Hand it in from a shell with “atleast add”, which has no such limit."
	case errors.Is(err, atleast.ErrInvalid), errors.Is(err, errBadForm):
		status, title = http.StatusUnprocessableEntity, "This cannot be used"
		page.Do = "Go back, change it, and send it again."
	default:
		sh.log.Error("page failed", "path", r.URL.Path, "error", err)
	}
	return sh.page(w, r, status, "failure.html", view{Title: title, Body: page})
}

// errMethod means that an address is there, and is not for what was tried.
var errMethod = errors.New("this address does not take that")

// otherwise answers what no route does: it says which methods the address takes
// where it takes any, and that it is not there where it takes none.
func (sh *shell) otherwise(mux *http.ServeMux) action {
	return func(w http.ResponseWriter, r *http.Request) error {
		var takes []string
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			tried := r.Clone(r.Context())
			tried.Method = method
			if _, pattern := mux.Handler(tried); pattern != "/" {
				takes = append(takes, method)
			}
		}
		if len(takes) == 0 {
			return sh.missing(w, r)
		}
		w.Header().Set("Allow", strings.Join(takes, ", "))
		return fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, errMethod)
	}
}

// missing answers addresses that are not there.
func (sh *shell) missing(_ http.ResponseWriter, r *http.Request) error {
	return fmt.Errorf("the page %s: %w", r.URL.Path, atleast.ErrNotFound)
}
