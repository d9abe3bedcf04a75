package web_test

import (
	"os"
	"testing"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
)

// The real desk reads pictures, films and reports in children of the test's own program.
func TestMain(m *testing.M) {
	media.Child(desk.Tasks()...)
	os.Exit(m.Run())
}
