package custody_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/custody"
)

// The example that doc/formats/ledger.md prints holds.
func TestDocumentedExample(t *testing.T) {
	page, err := os.ReadFile("../doc/formats/ledger.md")
	if err != nil {
		t.Fatal(err)
	}
	part := func(pattern string) string {
		t.Helper()
		found := regexp.MustCompile(pattern).FindSubmatch(page)
		if found == nil {
			t.Fatalf("the page has no %s", pattern)
		}
		return string(found[1])
	}
	proof := part("(?s)```tlog-proof\n(.*?)```")
	leaf := part("(?s)```json\n(.*?)\n```")
	vkey := part(`(?m)^    (atleast\.desk/\S+)$`)
	if err := custody.CheckProof([]byte(proof), []byte(leaf), vkey); err != nil {
		t.Error(err)
	}
	if checkpoint := part("(?s)```\n(atleast.desk/.*?)```"); !strings.HasSuffix(proof, "\n\n"+checkpoint) {
		t.Errorf("the checkpoint on the page is not that of the proof:\n%s", checkpoint)
	}
}
