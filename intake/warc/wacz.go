package warc

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"path"
	"strings"
)

// What a WACZ may have beside its archives.
const (
	maxDirectory = 64 << 20 // bytes of the zip's directory
	maxList      = 16 << 20 // bytes of a list of pages, or of the description
)

// packed is an open WACZ.
type packed struct {
	archives []*zip.File
	lists    []*zip.File
	digests  map[string]string // by the name of a file: the SHA-256 that the description states
}

// OpenZip reads the directory of a zip, unless it is larger than any honest one. What its
// files unpack to is for the caller to bound.
func OpenZip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	opening := &limited{r, maxDirectory}
	files, err := zip.NewReader(opening, size)
	if err != nil {
		return nil, fmt.Errorf("%w: its zip is damaged (%w)", ErrRefused, err)
	}
	opening.left = 1 << 62
	return files, nil
}

// openPackage reads the directory of a WACZ.
func openPackage(r io.ReaderAt, size int64) (*packed, error) {
	files, err := OpenZip(r, size)
	if err != nil {
		return nil, err
	}
	p := &packed{digests: map[string]string{}}
	for _, f := range files.File {
		dir, name := path.Split(f.Name)
		switch {
		case dir == "archive/" && isArchive(name):
			p.archives = append(p.archives, f)
		case dir == "pages/" && strings.HasSuffix(name, ".jsonl"):
			p.lists = append(p.lists, f)
		case f.Name == "datapackage.json":
			if err := p.describe(f); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

func isArchive(name string) bool {
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz") || strings.HasSuffix(name, ".warc.zst")
}

// describe reads which digests the files of the package should have.
func (p *packed) describe(f *zip.File) error {
	var description struct {
		Resources []struct{ Path, Hash string }
	}
	in, err := f.Open()
	if err == nil {
		defer in.Close()
		err = json.NewDecoder(io.LimitReader(in, maxList)).Decode(&description)
	}
	if err != nil {
		return fmt.Errorf("%w: its datapackage.json cannot be read (%w)", ErrRefused, err)
	}
	for _, r := range description.Resources {
		if sum, ok := strings.CutPrefix(r.Hash, "sha256:"); ok {
			p.digests[r.Path] = sum
		}
	}
	return nil
}

// listed returns the addresses of the pages that the package lists; none where
// it lists no page.
func (p *packed) listed(spent *allowance) (map[string]bool, error) {
	listed := map[string]bool{}
	for _, f := range p.lists {
		in, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%w: its %s cannot be read (%w)", ErrRefused, f.Name, err)
		}
		lines := bufio.NewScanner(io.LimitReader(&metered{in, spent}, maxList))
		lines.Buffer(nil, maxList)
		for lines.Scan() {
			var page struct{ URL string }
			if json.Unmarshal(lines.Bytes(), &page) == nil && page.URL != "" {
				listed[page.URL] = true
			}
		}
		if err := errors.Join(lines.Err(), in.Close()); err != nil {
			return nil, fmt.Errorf("%w: its %s cannot be read (%w)", ErrRefused, f.Name, err)
		}
	}
	return listed, nil
}

// packed gives the pages of the archives in a WACZ: those that it lists, or all
// where it lists none.
func (w *walk) packed(r io.ReaderAt, size int64) error {
	p, err := openPackage(r, size)
	if err != nil {
		return err
	}
	listed, err := p.listed(w.spent)
	if err != nil {
		return err
	}
	give := w.give
	w.give = func(page Page) bool { return len(listed) > 0 && !listed[page.URI] || give(page) }
	for _, f := range p.archives {
		if err := w.packedArchive(p, f); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

// packedArchive gives the pages of one archive of the package, and refuses the
// archive at its end where it does not have the digest that is stated of it.
func (w *walk) packedArchive(p *packed, f *zip.File) error {
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: it cannot be unpacked (%w)", ErrRefused, err)
	}
	defer in.Close()
	sum := sha256.New()
	all := io.TeeReader(in, sum)
	if err := w.archive(all); err != nil || w.stopped {
		return err
	}
	if _, err := io.Copy(io.Discard, all); err != nil {
		return fmt.Errorf("%w: it cannot be unpacked (%w)", ErrRefused, err)
	}
	return p.check(f.Name, sum)
}

func (p *packed) check(name string, sum hash.Hash) error {
	stated, ok := p.digests[name]
	if got := hex.EncodeToString(sum.Sum(nil)); ok && !strings.EqualFold(stated, got) {
		return fmt.Errorf("%w: its SHA-256 is %s, and datapackage.json states %s", ErrRefused, got, stated)
	}
	return nil
}
