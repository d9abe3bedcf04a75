package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/intake/warc"
	"github.com/atleast-desk/atleast/record"
)

// unpacking is what follows on an archive, in the words of stage; opened is who
// runs it, since it needs the file as it was handed in.
var unpacking = stage{name: "unpack", kind: atleast.Archive, event: atleast.ArchiveOpened}

// unpack makes items of what an archive holds, each kept and read like any
// other, and returns how many there are. The archive stays as it came. Where it
// is refused the items before are kept, and the reason is a trouble.
func (d *Desk) unpack(ctx context.Context, caseID, by string, archive atleast.Item, f intake.File) (held int, reason string, err error) {
	content, err := d.blobs.Open(ctx, archive.Digest)
	if err != nil {
		return 0, "", err
	}
	defer content.Close()
	u := &unpacker{Desk: d, caseID: caseID, by: by, archive: archive, file: f}
	switch archive.Type {
	case intake.TypeTelegram:
		err = u.chat(ctx, content)
	case intake.TypeTelegramZip:
		err = u.chatFolder(ctx, content)
	default:
		err = u.pages(ctx, content)
	}
	if why := (trouble{}); errors.As(err, &why) {
		return u.held, why.reason, d.recordTrouble(ctx, unpacking, caseID, by, archive.Digest, why.reason)
	}
	if err != nil {
		return u.held, "", err
	}
	return u.held, "", d.rows.Update(ctx, func(tx *record.Tx) error {
		_, err := tx.PutTrouble(ctx, archive.Digest, unpacking.name, "")
		return err
	})
}

// unpacker takes the items out of one archive.
type unpacker struct {
	*Desk
	caseID, by string
	archive    atleast.Item
	file       intake.File
	held       int
}

// pages keeps the pages of a web archive. One that does not have the digest
// which the archive recorded is kept with that trouble; one that cannot be
// unpacked is named as a trouble of the archive.
func (u *unpacker) pages(ctx context.Context, content io.ReadSeeker) error {
	lost := 0
	var first warc.Page
	for page, err := range warc.Pages(&seekingReaderAt{content}, u.archive.Size) {
		if err != nil {
			return trouble{fmt.Sprintf("could not be unpacked to its end: %v", err)}
		}
		if page.Body == nil {
			if lost++; lost == 1 {
				first = page
			}
			continue
		}
		if err := u.keepPage(ctx, page); err != nil {
			return err
		}
	}
	if lost > 0 {
		return trouble{fmt.Sprintf("%d of its pages could not be unpacked; of the first, %s: %s", lost, first.URI, first.Damage)}
	}
	return nil
}

func (u *unpacker) keepPage(ctx context.Context, page warc.Page) error {
	item, err := u.keep(ctx, intake.File{Name: pageName(page.URI), Where: page.URI, Dated: page.At, Served: page.Served}, page.Body)
	if err != nil || page.Damage == "" || item.Digest.IsZero() {
		return err
	}
	return u.recordTrouble(ctx, unpacking, u.caseID, u.by, item.Digest, "damaged in its archive: "+page.Damage)
}

// pageName names a page after the last part of its address, or its host.
func pageName(uri string) string {
	address, err := url.Parse(uri)
	if err != nil {
		return "page"
	}
	if name := path.Base(address.Path); name != "." && name != "/" {
		return name
	}
	return address.Hostname()
}

// chat keeps the messages of an exported chat, and the media posted with them
// where they lie beside the export: found where the message is, which ties the
// two together.
func (u *unpacker) chat(ctx context.Context, content io.Reader) error {
	for m, err := range claim.Messages(u.archive.Name, content) {
		if err != nil {
			return trouble{fmt.Sprintf("could not be unpacked to its end: %v", err)}
		}
		where := fmt.Sprintf("%s#%d", u.where(), m.ID)
		f := intake.File{Name: fmt.Sprintf("%s#%d", u.archive.Name, m.ID), Where: where, Dated: m.Posted, Edited: m.Edited}
		if m.Report.Text != "" {
			if _, err := u.keep(ctx, f, m.File); err != nil {
				return err
			}
		}
		for _, name := range m.Media {
			f.Name = path.Base(name)
			if err := u.keepMedium(ctx, f, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// chatFolder keeps the messages and the media of a chat whose folder was zipped.
func (u *unpacker) chatFolder(ctx context.Context, content io.ReadSeeker) error {
	folder, err := intake.ChatFolder(&seekingReaderAt{content}, u.archive.Size)
	if err != nil {
		return trouble{fmt.Sprintf("could not be unpacked: %v", err)}
	}
	export, err := folder.Open(intake.ExportName)
	if err != nil {
		return trouble{fmt.Sprintf("could not be unpacked: %v", err)}
	}
	defer func() { _ = export.Close() }() // nothing was written to it
	u.file.Beside = folder
	return u.chat(ctx, export)
}

// where is where the archive was found.
func (u *unpacker) where() string {
	if u.file.Where != "" {
		return u.file.Where
	}
	return u.archive.Name
}

// keepMedium keeps a file that lies beside the export, if it does.
func (u *unpacker) keepMedium(ctx context.Context, f intake.File, name string) error {
	if u.file.Beside == nil || !fs.ValidPath(name) {
		return nil
	}
	if about, err := fs.Stat(u.file.Beside, name); err != nil || !about.Mode().IsRegular() {
		return nil //nolint:nilerr // media may be left out of an export
	}
	f.Open = func() (io.ReadCloser, error) { return u.file.Beside.Open(name) }
	_, err := u.enter(ctx, f)
	return err
}

// keep preserves and processes bytes out of the archive. An item without bytes
// is none; the zero item says so.
func (u *unpacker) keep(ctx context.Context, f intake.File, body []byte) (atleast.Item, error) {
	f.Open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	return u.enter(ctx, f)
}

func (u *unpacker) enter(ctx context.Context, f intake.File) (atleast.Item, error) {
	f.In = u.archive.Digest
	kept, err := u.intake.Add(ctx, u.caseID, u.by, f)
	if errors.Is(err, intake.ErrUnusable) {
		return atleast.Item{}, nil
	}
	if err != nil {
		return atleast.Item{}, err
	}
	u.held++
	if kept.Item.Kind == atleast.Archive {
		return kept.Item, nil // an archive in an archive is kept and not opened
	}
	defer u.tell()
	_, err = u.process(ctx, u.caseID, u.by, kept.Item)
	return kept.Item, err
}

// seekingReaderAt reads at an offset by seeking there; one at a time.
type seekingReaderAt struct{ io.ReadSeeker }

func (r *seekingReaderAt) ReadAt(p []byte, offset int64) (int, error) {
	if _, err := r.Seek(offset, io.SeekStart); err != nil {
		return 0, err
	}
	n, err := io.ReadFull(r, p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return n, err
}
