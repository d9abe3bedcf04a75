package web

import (
	"context"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/atleast-desk/atleast"
)

// mediaDesk is what sending an item's bytes needs.
type mediaDesk interface {
	itemReader
	// Content opens the item's bytes as they arrived.
	Content(ctx context.Context, d atleast.Digest) (io.ReadSeekCloser, error)
}

type itemReader interface {
	// Item returns what is known of the item, or ErrNotFound.
	Item(ctx context.Context, d atleast.Digest) (atleast.Item, error)
}

type mediaPage struct {
	*shell
	desk mediaDesk
}

// send sends an item as it arrived. Pictures, films and sound go out under the
// type that was sniffed from their bytes; everything else, HTML first of all,
// is a file to save and is never shown as a page of the desk.
func (p mediaPage) send(w http.ResponseWriter, r *http.Request) error {
	digest, err := atleast.ParseDigest(r.PathValue("digest"))
	if err != nil {
		return p.missing(w, r)
	}
	item, err := p.desk.Item(r.Context(), digest)
	if err != nil {
		return err
	}
	content, err := p.desk.Content(r.Context(), digest)
	if err != nil {
		return err
	}
	defer content.Close()
	header := w.Header()
	header.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	header.Set("Cache-Control", "private, no-cache")
	header.Set("Etag", `"`+digest.String()+`"`)
	if playable(item.Type) {
		header.Set("Content-Type", item.Type)
	} else {
		header.Set("Content-Type", "application/octet-stream")
		header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": item.Name}))
	}
	http.ServeContent(w, r, "", item.First, content)
	return nil
}

// playable reports whether a browser may show bytes of the media type in place.
// SVG is a document that can carry scripts, so it may not.
func playable(mediaType string) bool {
	kind, sub, _ := strings.Cut(mediaType, "/")
	switch kind {
	case "image":
		return !strings.Contains(sub, "svg") && !strings.Contains(sub, "xml")
	case "video", "audio":
		return true
	}
	return false
}
