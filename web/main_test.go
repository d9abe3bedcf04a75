package web_test

import (
	"os"
	"testing"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

// The real desk decodes pictures in a child of the test's own program.
func TestMain(m *testing.M) {
	media.Child(match.Task())
	os.Exit(m.Run())
}
