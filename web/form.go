package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// errBadForm is a form that could not be read at all.
var errBadForm = errors.New("the form could not be read")

// formLimit bounds a form without files; grounds are prose, not books.
const formLimit = 1 << 20

// form is what was typed and what is wrong with it, so that a page can show
// both again.
type form struct {
	ID       string // tells the fields of several forms on one page apart
	Values   url.Values
	Problems []problem
}

// problem is one thing to change. Field is empty where it is about the whole.
type problem struct {
	Field string
	Text  string
}

// blank returns a form with the given starting values, in pairs.
func blank(id string, pairs ...string) *form {
	f := &form{ID: id, Values: url.Values{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Values.Set(pairs[i], pairs[i+1])
	}
	return f
}

// readForm reads what was posted.
func readForm(w http.ResponseWriter, r *http.Request, id string) (*form, error) {
	r.Body = http.MaxBytesReader(w, r.Body, formLimit)
	if err := r.ParseForm(); err != nil {
		return nil, fmt.Errorf("%w: %w", errBadForm, err)
	}
	return &form{ID: id, Values: r.PostForm}, nil
}

// Get returns what was typed into the field, without surrounding space.
func (f *form) Get(field string) string { return strings.TrimSpace(f.Values.Get(field)) }

// Need returns the field, and says that it is missing where it is empty.
func (f *form) Need(field, missing string) string {
	typed := f.Get(field)
	if typed == "" {
		f.Say(field, "%s", missing)
	}
	return typed
}

// Say adds a problem.
func (f *form) Say(field, format string, args ...any) {
	f.Problems = append(f.Problems, problem{Field: field, Text: fmt.Sprintf(format, args...)})
}

// OK reports whether nothing is wrong.
func (f *form) OK() bool { return len(f.Problems) == 0 }

// Wrong returns what is wrong with the field, or nothing.
func (f *form) Wrong(field string) string {
	for _, p := range f.Problems {
		if p.Field == field {
			return p.Text
		}
	}
	return ""
}

// input is one labelled field, as templates/part_form.html draws it.
type input struct {
	Form              *form
	Name, Label, Hint string
	Kind              string // number, text, area, pick
	Required          bool
	Options           []option // of a pick
}

// FieldID is the field's id in the page.
func (in input) FieldID() string { return in.Form.ID + "-" + in.Name }

// newInput is the template function "input"; a label that ends in * is required.
func newInput(f *form, name, kind, label, hint string) input {
	label, required := strings.CutSuffix(label, "*")
	return input{Form: f, Name: name, Kind: kind, Label: label, Hint: hint, Required: required}
}

// newPick is the template function "pick": a field of which one of several values
// is chosen, each with its label.
func newPick(f *form, name, label, hint string, options []option) input {
	in := newInput(f, name, "pick", label, hint)
	in.Options = options
	return in
}

// DescribedBy lists the ids of what explains the field.
func (in input) DescribedBy() string {
	var ids []string
	if in.Hint != "" {
		ids = append(ids, in.FieldID()+"-hint")
	}
	if in.Form.Wrong(in.Name) != "" {
		ids = append(ids, in.FieldID()+"-problem")
	}
	return strings.Join(ids, " ")
}
