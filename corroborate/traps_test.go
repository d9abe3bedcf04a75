package corroborate_test

import (
	"testing"

	"github.com/atleast-desk/atleast/corroborate"
)

// Several reports that all go back to one origin, however many speak in them, never
// make two: officials of one service, who was told or heard it, analysts and
// embassies, pictures that show something else.
func TestTraps(t *testing.T) {
	for _, s := range readFolder(t, "traps", 21) {
		for _, f := range corroborate.Figures(s.Reread(), corroborate.Options{}) {
			if f.AtLeast > 1 {
				t.Errorf("%s (%s): %s has at least %d origins, want 1: %+v", s.Name, s.Mix, f.ID, f.AtLeast, f.Apart)
			}
		}
	}
}
