package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/atleast-desk/atleast/intake/warc"
)

// TypeTelegramZip is the type of a zip of the folder that Telegram Desktop
// exports: the chats with the media posted in them.
const TypeTelegramZip = "application/x-telegram-export+zip"

// ExportName is the name of the file with the chats in such a folder.
const ExportName = "result.json"

// How much a file in a zip may unpack to: so many times what it takes there, and
// so much more.
const (
	maxSwell   = 300
	floorSwell = 64 << 20
)

// errSwells is returned for a file that unpacks to more than honest ones do.
var errSwells = errors.New("it unpacks to far more than its size")

// ChatFolder opens the folder of an export in a zip, at the top or one folder
// down: that in which result.json lies. A file in it which unpacks to more than 300 times its size
// (and 64 MiB) cannot be opened.
func ChatFolder(r io.ReaderAt, size int64) (fs.FS, error) {
	files, err := warc.OpenZip(r, size)
	if err != nil {
		return nil, err
	}
	for _, pattern := range []string{ExportName, "*/" + ExportName} {
		found, err := fs.Glob(files, pattern)
		if err != nil || len(found) != 1 {
			continue
		}
		folder, err := fs.Sub(honest{files}, path.Dir(found[0]))
		if err == nil && isExport(folder) {
			return folder, nil
		}
	}
	return nil, errors.New("the zip holds no export of a chat")
}

// isExport reports whether the chats in a folder begin as they should.
func isExport(folder fs.FS) bool {
	in, err := folder.Open(ExportName)
	if err != nil {
		return false
	}
	defer func() { _ = in.Close() }() // nothing was written to it
	start, err := io.ReadAll(io.LimitReader(in, startSize))
	return err == nil && telegramStart.Match(bytes.TrimPrefix(start, byteOrderMark))
}

// honest are the files of a zip that do not swell.
type honest struct{ *zip.Reader }

// Open refuses what unpacks to more than it should.
func (h honest) Open(name string) (fs.File, error) {
	f, err := h.Reader.Open(name)
	if err != nil {
		return nil, err
	}
	about, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	header, ok := about.Sys().(*zip.FileHeader)
	if ok && header.UncompressedSize64 > floorSwell && header.UncompressedSize64/maxSwell > header.CompressedSize64 {
		return nil, errors.Join(&fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("%w: %d bytes", errSwells, header.UncompressedSize64)}, f.Close())
	}
	return f, nil
}
