package desk

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/intake"
)

// letterStart is how much of a report is looked at to tell a letter.
const letterStart = 16 << 10

// keepAttached makes items of what was sent with a letter, each kept and read like
// any other, and returns how many there are. The letter stays as it came, and is
// read as a report. Of what is no letter it keeps nothing.
func (d *Desk) keepAttached(ctx context.Context, caseID, by string, letter atleast.Item, f intake.File) (held int, err error) {
	if letter.Kind != atleast.Report || letter.Size > MaxReport {
		return 0, nil
	}
	content, err := d.blobs.Open(ctx, letter.Digest)
	if err != nil {
		return 0, err
	}
	defer content.Close()
	start := make([]byte, min(letter.Size, letterStart))
	if _, err := io.ReadFull(content, start); err != nil {
		return 0, fmt.Errorf("read the beginning of %s: %w", letter.Name, err)
	}
	if !claim.IsLetter(start) {
		return 0, nil
	}
	rest, err := io.ReadAll(content)
	if err != nil {
		return 0, err
	}
	var files []claim.Attached
	var sent time.Time
	_ = surviving(func() (err error) { // reading the letter met the same, and said so
		files, sent, err = claim.Attachments(append(start, rest...))
		return err
	})
	u := &unpacker{Desk: d, caseID: caseID, by: by, archive: letter, file: f}
	for _, file := range files {
		if _, err := u.keep(ctx, intake.File{Name: file.Name, Where: u.where() + "#" + file.Name, Dated: sent}, file.Body); err != nil {
			return u.held, err
		}
	}
	return u.held, nil
}
