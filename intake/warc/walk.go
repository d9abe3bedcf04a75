package warc

import (
	"bufio"
	"errors"
	"io"
)

// walk goes through the records of one archive, or of all archives of a package,
// and knows of those before what those after it refer to.
type walk struct {
	spent    *allowance
	segments segments
	earlier  earlier
	give     func(Page) bool
	stopped  bool // the caller wants no more
}

func newWalk(allowed int64, give func(Page) bool) *walk {
	return &walk{spent: &allowance{left: allowed}, give: give, segments: segments{byOrigin: map[string]*segmented{}}, earlier: newEarlier()}
}

// archive gives the pages of one WARC file.
func (w *walk) archive(from io.Reader) error {
	unpacked, done, err := unpack(bufio.NewReaderSize(from, maxHeader), w.spent)
	if err != nil {
		return err
	}
	defer done()
	records := &reader{in: bufio.NewReaderSize(&metered{unpacked, w.spent}, maxHeader)}
	for !w.stopped {
		rec, err := records.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		page, ok, err := w.page(rec)
		if err != nil {
			return err
		}
		if ok {
			w.hand(page)
		}
	}
	return nil
}

// hand gives a page to the caller.
func (w *walk) hand(page Page) {
	if !w.stopped {
		w.stopped = !w.give(page)
	}
}

// page returns the page that a record holds or completes; ok is false where it is
// none.
func (w *walk) page(rec *record) (page Page, ok bool, err error) {
	kind := rec.fields["warc-type"]
	if kind == "continuation" {
		return w.goOn(rec)
	}
	page = rec.described()
	if !onTheWeb(page.URI) {
		return page, false, nil
	}
	switch {
	case kind == "revisit":
	case kind == "response" && mediaType(rec.fields["content-type"]) == "application/http":
	case kind == "resource" && readable(mediaType(rec.fields["content-type"])):
		page.Served = rec.fields["content-type"]
		page.Type = mediaType(page.Served)
	default:
		return page, false, nil
	}
	if rec.length > MaxPage {
		return rec.tooLarge(page)
	}
	block, err := rec.read()
	if err != nil {
		return page, false, err
	}
	switch {
	case kind == "revisit":
		return w.revisit(rec, page, block)
	case rec.fields["warc-segment-number"] != "":
		return w.begin(rec, page, block)
	}
	return w.whole(rec, page, block)
}

// whole returns the page in the whole block of a record.
func (w *walk) whole(rec *record, page Page, block []byte) (Page, bool, error) {
	ok, err := true, error(nil)
	if rec.fields["warc-type"] == "resource" {
		page.Body = block
		page.Damage = rec.digestDamage(block, block)
	} else {
		page, ok, err = rec.answered(page, block, w.spent)
	}
	if ok && err == nil {
		w.earlier.keep(rec, page)
	}
	return page, ok, err
}
