package claim

import (
	"bytes"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
)

// publishedFrom and publishedTo bound the dates that are believed of a page, so
// that the answer does not depend on the day on which it is read.
var (
	publishedFrom = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
	publishedTo   = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

// readPage takes the main text, the publishing day and the outlet's name out of a
// page that was served with a content type, or none.
func (r *Report) readPage(data []byte, contentType string) error {
	page, err := r.decodePage(data, contentType)
	if err != nil {
		return err
	}
	if len(page) > smallPage {
		if size := measure(page); size.text > mostText || size.tags > mostTags {
			return r.readLargePage(page, size)
		}
	}
	found, err := article(page)
	if err != nil {
		return fmt.Errorf("no article in the page: %w", ErrNotText)
	}
	r.describe(found)
	r.Text = found.ContentText
	return nil
}

// decodePage converts a page to UTF-8 from the charset that its first bytes, who
// served it or the page itself states, else from the one it seems to be in.
func (r *Report) decodePage(data []byte, contentType string) ([]byte, error) {
	encoding, _, certain := charset.DetermineEncoding(data, contentType)
	if !certain && !utf8.Valid(data) { // only the server said in which charset the page is
		if guess, caveat := guessCharset(chardet.NewHtmlDetector(), data); guess != nil {
			encoding, r.Caveat = guess, caveat
		}
	}
	page, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return nil, ErrNotText
	}
	return page, nil
}

// article tells the main text of a page from menus and comments.
func article(page []byte) (*trafilatura.ExtractResult, error) {
	when := &htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: true, MinDate: publishedFrom, MaxDate: publishedTo}
	return trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{ExcludeComments: true, EnableFallback: true, HtmlDateOptions: when})
}

// describe fills in what the page says of itself.
func (r *Report) describe(found *trafilatura.ExtractResult) {
	if !found.Metadata.Date.IsZero() {
		r.Date = found.Metadata.Date.Format(time.DateOnly)
	}
	r.Outlet = found.Metadata.Sitename
}
