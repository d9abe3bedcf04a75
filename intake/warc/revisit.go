package warc

import (
	"fmt"
	"strings"
)

// maxEarlier is how many bytes of pages are held for records that refer to them.
const maxEarlier = 32 << 20

// earlier holds the latest pages, for the captures that found them unchanged: an
// archive records of those only what they are the same as.
type earlier struct {
	byDigest map[string]*Page
	byPlace  map[string]*Page
	order    []held
	size     int // bytes
}

// held is a page with what it can be asked for by.
type held struct {
	page          *Page
	digest, place string
}

func newEarlier() earlier { return earlier{byDigest: map[string]*Page{}, byPlace: map[string]*Page{}} }

// keep holds a page that is whole, and lets go of the oldest.
func (e *earlier) keep(rec *record, page Page) {
	if page.Body == nil || page.Damage != "" {
		return
	}
	h := held{&page, digestKey(rec.fields["warc-payload-digest"]), place(page.URI, rec.fields["warc-date"])}
	e.byDigest[h.digest], e.byPlace[h.place] = h.page, h.page
	e.order = append(e.order, h)
	for e.size += len(page.Body); e.size > maxEarlier; e.order = e.order[1:] {
		e.forget(e.order[0])
	}
}

func (e *earlier) forget(h held) {
	e.size -= len(h.page.Body)
	if e.byDigest[h.digest] == h.page {
		delete(e.byDigest, h.digest)
	}
	if e.byPlace[h.place] == h.page {
		delete(e.byPlace, h.place)
	}
}

// find returns the page with a digest, or else what was captured at a place and
// time; nil where it is not held.
func (e *earlier) find(digest, where string) *Page {
	if page := e.byDigest[digestKey(digest)]; digest != "" && page != nil {
		return page
	}
	return e.byPlace[where]
}

// place is an address with the time of a capture.
func place(uri, date string) string { return strings.Trim(uri, "<>") + " " + date }

// digestKey writes a digest the one way in which it is looked up.
func digestKey(stated string) string {
	name, value, _ := strings.Cut(stated, ":")
	return strings.ToLower(name) + ":" + strings.ToUpper(strings.TrimRight(value, "="))
}

// revisit returns the page of a record that says only which earlier capture it is
// the same as: with its body where that stands before it, else with its address.
func (w *walk) revisit(rec *record, page Page, block []byte) (Page, bool, error) {
	if a, err := readAnswer(block); err == nil {
		page.Served, page.Type = a.fields["content-type"], a.mediaType()
		unchanged := a.status == statusNotModified
		if a.status != statusOK && !unchanged || !readable(page.Type) && page.Type != "" {
			return page, false, nil
		}
	}
	uri := rec.fields["warc-refers-to-target-uri"]
	if uri == "" {
		uri = page.URI
	}
	date := rec.fields["warc-refers-to-date"]
	page.Same = strings.TrimSpace(place(uri, date))
	found := w.earlier.find(rec.fields["warc-payload-digest"], place(uri, date))
	if found == nil {
		page.Damage = fmt.Sprintf("it was found to be the same as %s, which does not stand before it in this archive", page.Same)
		return page, true, nil
	}
	page.Body = found.Body
	if page.Type == "" {
		page.Type, page.Served = found.Type, found.Served
	}
	return page, true, nil
}
