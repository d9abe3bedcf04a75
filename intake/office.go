package intake

import (
	"io"

	"github.com/atleast-desk/atleast/intake/warc"
)

// The types of documents that are zips of their parts.
const (
	TypeWord         = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	TypeOpenDocument = "application/vnd.oasis.opendocument.text"
)

// documentType returns the type of a document in a zip, or nothing.
func documentType(content io.ReaderAt, size int64) string {
	files, err := warc.OpenZip(content, size)
	if err != nil {
		return ""
	}
	if in, err := files.Open("word/document.xml"); err == nil {
		_ = in.Close() // nothing was written to it
		return TypeWord
	}
	in, err := files.Open("mimetype")
	if err != nil {
		return ""
	}
	defer func() { _ = in.Close() }() // nothing was written to it
	if stated, err := io.ReadAll(io.LimitReader(in, 256)); err == nil && string(stated) == TypeOpenDocument {
		return TypeOpenDocument
	}
	return ""
}
