package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake/warc"
	"github.com/atleast-desk/atleast/media"
)

// startSize is how much of a file is looked at to tell what sort of text it is.
const startSize = 4096

// Look says what content is: kind, media type, and what a medium's header
// claims of its size and length. It goes by the bytes alone and decodes nothing.
// A damaged medium is still the kind of thing that it starts as.
func Look(content io.ReadSeeker, size int64) (atleast.Item, error) {
	at := &readerAt{content}
	start := make([]byte, min(size, startSize))
	if _, err := at.ReadAt(start, 0); err != nil && !errors.Is(err, io.EOF) {
		return atleast.Item{}, fmt.Errorf("look at the bytes: %w", err)
	}
	if wideText(start) {
		return atleast.Item{Size: size, Kind: atleast.Report, Type: "text/plain"}, nil
	}
	if archive := archiveType(at, size, start); archive != "" {
		return atleast.Item{Size: size, Kind: atleast.Archive, Type: archive}, nil
	}
	if bytes.HasPrefix(start, zipMagic) {
		if document := documentType(at, size); document != "" {
			return atleast.Item{Size: size, Kind: atleast.Report, Type: document}, nil
		}
	}
	info, err := media.Probe(at, size)
	var refused *media.Refused
	if err != nil && !errors.As(err, &refused) {
		return atleast.Item{}, fmt.Errorf("look at the bytes: %w", err)
	}
	if info.Type == "" {
		sniffed := typeOf(start)
		return atleast.Item{Size: size, Kind: kindOf(sniffed), Type: sniffed}, nil
	}
	return atleast.Item{Size: size, Kind: info.Kind(), Type: info.Type,
		Width: info.Width, Height: info.Height, Length: info.LengthS}, nil
}

// wideText reports whether start is marked as UTF-16. The mark could also begin
// sound of a kind that nobody has recorded for decades.
func wideText(start []byte) bool {
	return bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff"))
}

// TypeTelegram is the type of the result.json in which Telegram Desktop exports
// chats.
const TypeTelegram = "application/x-telegram-export+json"

// telegramStart is how such a file begins: a chat with its name, kind and
// number, or an account with its chats.
var telegramStart = regexp.MustCompile(`^\s*\{\s*(?:"name":\s*(?:"(?:[^"\\]|\\.)*"|null),\s*"type":\s*"\w+",\s*"id":\s*-?\d+,\s*"messages":\s*\[|"about":\s*"[^"]*Telegram)`)

// archiveType returns the type of what holds items of its own, or nothing.
func archiveType(content io.ReaderAt, size int64, start []byte) string {
	if telegramStart.Match(bytes.TrimPrefix(start, byteOrderMark)) {
		return TypeTelegram
	}
	if known := warc.Sniff(content, size); known != "" {
		return known
	}
	if bytes.HasPrefix(start, zipMagic) {
		if _, err := ChatFolder(content, size); err == nil {
			return TypeTelegramZip
		}
	}
	return ""
}

var zipMagic = []byte("PK\x03\x04")

var byteOrderMark = []byte("\xef\xbb\xbf")

// typeOf returns the media type of something that is no medium, without
// parameters. What goes before the first letter would hide a page's opening tag.
func typeOf(start []byte) string {
	bare := bytes.TrimLeft(bytes.TrimPrefix(start, byteOrderMark), " \t\r\n")
	if len(bare) == 0 {
		bare = start
	}
	sniffed, _, _ := strings.Cut(http.DetectContentType(bare), ";")
	if sniffed == "text/xml" && bytes.Contains(bytes.ToLower(bare), []byte("<html")) {
		return "application/xhtml+xml"
	}
	return sniffed
}

// kindOf sorts what typeOf returns. Media of types that only net/http knows
// are kept as media.
func kindOf(sniffed string) atleast.Kind {
	class, _, _ := strings.Cut(sniffed, "/")
	switch {
	case class == "text", sniffed == "application/pdf", sniffed == "application/xhtml+xml":
		return atleast.Report
	case class == "image":
		return atleast.Photo
	case class == "video":
		return atleast.Video
	case class == "audio":
		return atleast.Audio
	}
	return atleast.Other
}

// readerAt reads at an offset by seeking there. It is not for concurrent use.
type readerAt struct{ r io.ReadSeeker }

func (r *readerAt) ReadAt(p []byte, offset int64) (int, error) {
	if _, err := r.r.Seek(offset, io.SeekStart); err != nil {
		return 0, err
	}
	n, err := io.ReadFull(r.r, p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF // as io.ReaderAt asks where fewer bytes are left
	}
	return n, err
}
