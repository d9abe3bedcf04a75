package match

import (
	"os"
	"testing"

	"github.com/atleast-desk/atleast/media"
)

func TestMain(m *testing.M) {
	media.Child(Task())
	os.Exit(m.Run())
}
