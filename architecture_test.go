package atleast_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/atleast-desk/atleast"

// mayImport says which packages of ours each package may import, the root (".")
// aside, which everyone may. A package that is not listed is refused, so that a
// new one is a decision. doc/design.md draws the same as a picture.
var mayImport = map[string][]string{
	".": {},

	// Crafts know how to do one thing and know only the nouns.
	"blob":              {},
	"blob/blobtest":     {"blob"},
	"custody":           {},
	"media":             {"media/confine"},
	"media/confine":     {},
	"place":             {},
	"record":            {},
	"record/recordtest": {"record"},

	// Stages turn nouns into nouns. They never import a store, nor each other:
	// they declare the few methods they need and desk hands them the real thing.
	"intake":       {"media", "intake/warc"},
	"intake/warc":  {}, // web archives: knows no item
	"match":        {"media", "match/pdq", "match/index", "match/luma"},
	"match/luma":   {},
	"match/mangle": {},
	"match/pdq":    {"match/luma"},
	"match/index":  {},
	"verify":       {},
	"count":        {"place", "count/cover"},
	"count/cover":  {}, // the bare arithmetic: knows no sighting
	"count/check":  {}, // must not know the solver it checks
	"corroborate":  {"count", "place"},
	"publish":      {"custody", "count/check"},

	"claim":              {"place", "claim/numeral", "claim/calendar", "claim/syntax"},
	"claim/propose":      {"claim"}, // a model's suggestions
	"claim/numeral":      {},        // numbers, bounds and units
	"claim/calendar":     {},        // dates
	"claim/dateparser":   {},        // stands in for a module that is named and never called
	"claim/syntax":       {},        // words, sentences and trees
	"claim/syntax/train": {"claim/syntax"},

	// Wiring, the sample case, and the doors.
	"desk":        {"blob", "claim", "corroborate", "count", "custody", "intake", "intake/warc", "match", "media", "place", "publish", "record", "verify"},
	"sample":      {"desk", "intake"},
	"web":         {"claim", "corroborate", "count", "custody", "intake", "media", "publish", "verify"},
	"cmd/atleast": {"blob", "claim", "claim/propose", "corroborate", "count", "count/check", "custody", "desk", "intake", "intake/warc", "match", "media", "publish", "sample", "web"},
}

// mayNotImport are parts of the standard library that a package must do without.
var mayNotImport = map[string][]string{
	".":           {"os", "net", "net/http", "database/sql"},
	"count":       {"context", "os", "net", "time", "database/sql"},
	"count/check": {"context", "os", "net", "time", "database/sql"},
	"count/cover": {"context", "os", "net", "time", "database/sql"},
}

// The files are parsed here and now: asking the go command would be answered
// from the test cache, which does not notice a new import.
func TestImports(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules" || name == "bench") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(file))
		allowed, listed := mayImport[pkg]
		if !listed {
			t.Errorf("%s: package %s is not in the allow-list of architecture_test.go", file, pkg)
			return nil
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, module+"/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s: %s may not import %s", file, pkg, ours)
			}
			if slices.Contains(mayNotImport[pkg], imported) {
				t.Errorf("%s: %s may not import %q", file, pkg, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
