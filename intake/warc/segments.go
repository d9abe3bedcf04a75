package warc

import (
	"fmt"
	"slices"
	"strconv"
)

// maxWaiting is how many bytes of records are held whose further segments have
// not come yet.
const maxWaiting = 2 * MaxPage

// segments are the records of which some segments are still to come.
type segments struct {
	byOrigin map[string]*segmented // by the ID of the first segment
	order    []string
	held     int // bytes
}

// segmented is a record that is cut into segments, as far as it has come.
type segmented struct {
	first  *record
	page   Page
	block  []byte
	count  int
	damage string
}

// begin holds the first segment of a record until the others come.
func (w *walk) begin(rec *record, page Page, block []byte) (Page, bool, error) {
	id := rec.fields["warc-record-id"]
	if a, err := readAnswer(block); err == nil && page.Type == "" && (a.status != statusOK || !readable(a.mediaType())) {
		return page, false, nil // a picture's
	}
	if rec.fields["warc-segment-number"] != "1" || id == "" {
		page.Damage = "it is cut into segments, and the record does not say which this is"
		return page, true, nil
	}
	if w.segments.held+len(block) > maxWaiting {
		page.Damage = tooManySegments
		return page, true, nil
	}
	s := &segmented{first: rec, page: page, block: block, count: 1}
	if stated := rec.fields["warc-block-digest"]; !matches(stated, block) {
		s.damage = fmt.Sprintf("its first segment does not have the digest %s that the archive recorded", stated)
	}
	delete(rec.fields, "warc-block-digest") // of this segment alone
	w.segments.byOrigin[id] = s
	w.segments.order = append(w.segments.order, id)
	w.segments.held += len(block)
	return page, false, nil
}

var tooManySegments = fmt.Sprintf("it is cut into segments, and more than %d bytes of such records would have to be held", maxWaiting)

// goOn adds a further segment to its record, and returns the page with the last.
func (w *walk) goOn(rec *record) (page Page, ok bool, err error) {
	id := rec.fields["warc-segment-origin-id"]
	s := w.segments.byOrigin[id]
	if s == nil {
		return page, false, nil // of a picture, or of what another file holds
	}
	number, _ := strconv.Atoi(rec.fields["warc-segment-number"])
	switch {
	case number != s.count+1:
		s.page.Damage = fmt.Sprintf("it is cut into segments, and number %d is missing", s.count+1)
	case int64(len(s.block))+rec.length > MaxPage:
		s.page.Damage = fmt.Sprintf("its segments have more than %d bytes, up to which pages are read", MaxPage)
	case int64(w.segments.held)+rec.length > maxWaiting:
		s.page.Damage = tooManySegments
	}
	if s.page.Damage != "" {
		w.segments.drop(id)
		return s.page, true, nil
	}
	block, err := rec.read()
	if err != nil {
		return page, false, err
	}
	if stated := rec.fields["warc-block-digest"]; !matches(stated, block) && s.damage == "" {
		s.damage = fmt.Sprintf("its segment %d does not have the digest %s that the archive recorded", number, stated)
	}
	s.block, s.count = append(s.block, block...), number
	w.segments.held += len(block)
	total := rec.fields["warc-segment-total-length"]
	if total == "" {
		return page, false, nil
	}
	w.segments.drop(id)
	return w.joined(s, total)
}

// joined returns the page of a record whose segments are all there.
func (w *walk) joined(s *segmented, total string) (Page, bool, error) {
	page, ok, err := w.whole(s.first, s.page, s.block)
	if s.damage == "" && total != strconv.Itoa(len(s.block)) {
		s.damage = fmt.Sprintf("its segments have %d bytes, and the archive recorded %s", len(s.block), total)
	}
	if page.Damage == "" {
		page.Damage = s.damage
	}
	return page, ok, err
}

func (s *segments) drop(id string) {
	s.held -= len(s.byOrigin[id].block)
	delete(s.byOrigin, id)
	s.order = slices.DeleteFunc(s.order, func(other string) bool { return other == id })
}

// giveUnfinished names the pages whose last segments the archive does not hold.
func (w *walk) giveUnfinished() {
	for _, id := range w.segments.order {
		s := w.segments.byOrigin[id]
		s.page.Damage = fmt.Sprintf("it is cut into segments, and this archive holds only the first %d", s.count)
		w.hand(s.page)
	}
}
