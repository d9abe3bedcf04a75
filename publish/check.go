package publish

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/check"
)

// Findings is what checking a release found.
type Findings struct {
	Question string    `json:"question"`
	Floor    *int64    `json:"floor"`
	Files    int       `json:"files"`   // whose digests were compared
	Proofs   int       `json:"proofs"`  // entries proven to be in the ledger
	Entries  int64     `json:"entries"` // of the ledger when it was published
	Problems []Problem `json:"problems"`
}

// Problem is one thing that does not hold, and where.
type Problem struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // from 1; 0 where no one line is to blame
	What string `json:"what"`
}

// String prints the problem as an editor would jump to it.
func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.What
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
}

// Holds reports whether nothing is wrong with the release.
func (f Findings) Holds() bool { return len(f.Problems) == 0 }

func (f *Findings) add(file string, line int, format string, args ...any) {
	f.Problems = append(f.Problems, Problem{file, line, fmt.Sprintf(format, args...)})
}

// Check verifies the release in dir with nothing but the folder: digests, the
// tally against the evidence, the proofs against the ledger's key, the report's
// number, and that sheets and map say what the data says. An error means that
// dir could not be read as a release at all.
func Check(dir string) (Findings, error) {
	files, err := readFolder(dir)
	if err != nil {
		return Findings{}, fmt.Errorf("check release %s: %w", dir, err)
	}
	found, err := files.check()
	if err != nil {
		return Findings{}, fmt.Errorf("check release %s: %w", dir, err)
	}
	return found, nil
}

// check verifies the files of a release against each other.
func (f folder) check() (Findings, error) {
	if f[manifestFile] == nil || f[Sums] == nil {
		return Findings{}, fmt.Errorf("%w: there is no %s or no %s in it", atleast.ErrInvalid, manifestFile, Sums)
	}
	found := Findings{Files: len(f) - 1, Problems: []Problem{}}
	f.checkSums(&found)
	c, ok := f.read(&found)
	if !ok {
		return found, nil
	}
	found.Question, found.Floor = c.manifest.Case.Question, c.tally.Floor
	if err := check.Tally(c.evidence, c.manifest.Counted.options(), c.tally); err != nil {
		found.add(tallyFile, 0, "%v", err)
	}
	f.checkProofs(c, &found)
	f.checkReport(c, &found)
	f.checkCopies(c, &found)
	return found, nil
}

// A release is small; whoever hands over one that is not is refused before it
// fills the memory.
const (
	maxFiles = 100_000
	maxBytes = 1 << 30
)

// readFolder reads all files below dir. Links and anything else that is no
// plain file are refused: a release refers to nothing outside.
func readFolder(dir string) (folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	f, left := folder{}, int64(maxBytes)
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return nil
		case !entry.Type().IsRegular():
			return fmt.Errorf("%w: %s is no plain file", atleast.ErrInvalid, name)
		case len(f) == maxFiles:
			return fmt.Errorf("%w: it has more than %d files", atleast.ErrInvalid, maxFiles)
		}
		file, err := root.Open(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		defer file.Close()
		b, err := io.ReadAll(io.LimitReader(file, left+1))
		if left -= int64(len(b)); left < 0 {
			return fmt.Errorf("%w: it is larger than %d bytes", atleast.ErrInvalid, maxBytes)
		}
		f[name] = b
		return err
	})
	return f, err
}

// read decodes the data of a release; false where that cannot be done, with
// the problems noted.
func (f folder) read(found *Findings) (content, bool) {
	var c content
	before := len(found.Problems)
	f.decode(manifestFile, &c.manifest, found)
	if c.manifest.Format != format && len(found.Problems) == before {
		found.add(manifestFile, 0, "its format is %q; this program checks %q", c.manifest.Format, format)
	}
	f.decode(evidenceFile, &c.evidence, found)
	f.decode(figuresFile, &c.figures, found)
	var err error
	if c.tally, err = check.ReadTally(bytes.NewReader(f[tallyFile])); err != nil {
		found.add(tallyFile, 0, "%v", err)
	}
	c.claims = f.readClaims(found)
	return c, len(found.Problems) == before
}

// decode reads one JSON document and refuses fields that a release of this
// format does not have.
func (f folder) decode(name string, into any, found *Findings) {
	d := json.NewDecoder(bytes.NewReader(f[name]))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if _, more := d.Token(); err == nil && !errors.Is(more, io.EOF) {
		err = errors.New("something follows the document")
	}
	if err != nil {
		found.add(name, lineAt(f[name], d.InputOffset()), "%v", err)
	}
}

func (f folder) readClaims(found *Findings) []atleast.ReadClaim {
	var claims []atleast.ReadClaim
	for i, line := range bytes.Split(f[claimsFile], []byte("\n")) {
		if len(line) == 0 {
			continue
		}
		var c atleast.ReadClaim
		if err := json.Unmarshal(line, &c); err != nil {
			found.add(claimsFile, i+1, "%v", err)
			return nil
		}
		claims = append(claims, c)
	}
	return claims
}

// lineAt returns the line, from 1, of the byte at offset.
func lineAt(b []byte, offset int64) int {
	return 1 + bytes.Count(b[:min(offset, int64(len(b)))], []byte("\n"))
}

// checkCopies compares every file that says again what the data says.
func (f folder) checkCopies(c content, found *Findings) {
	if !reflect.DeepEqual(c.manifest.Floor, c.tally.Floor) {
		found.add(manifestFile, lineOf(f[manifestFile], `"floor"`), "its floor is not that of %s", tallyFile)
	}
	again, err := c.files()
	if err != nil {
		found.add(manifestFile, 0, "%v", err)
		return
	}
	for _, copied := range []struct{ name, of string }{
		{certificateFile, tallyFile}, {sightingsSheet, evidenceFile}, {mapFile, evidenceFile}, {claimsSheet, claimsFile},
	} {
		if line := firstDifference(f[copied.name], again[copied.name]); line > 0 {
			found.add(copied.name, line, "it does not say what %s says", copied.of)
		}
	}
}

// firstDifference returns the first line, from 1, in which a and b differ, or 0.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return 0
	}
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return i + 1
		}
	}
	return min(len(x), len(y)) + 1
}

// lineOf returns the first line, from 1, that holds the words, or 0.
func lineOf(b []byte, words string) int {
	at := bytes.Index(b, []byte(words))
	if at < 0 {
		return 0
	}
	return lineAt(b, int64(at))
}
