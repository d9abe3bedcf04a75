package desk_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

func TestAddOnceAndAgain(t *testing.T) {
	d := open(t)
	noise := []byte("\x00\x01\x02 of no kind that is known")
	first := add(t, d, file("a.bin", noise))
	again := add(t, d, file("a.bin", noise))
	elsewhere := add(t, d, file("b.bin", noise))
	for _, test := range []struct {
		name         string
		kept         intake.Kept
		new, newFind bool
	}{{"first", first, true, true}, {"again", again, false, false}, {"elsewhere", elsewhere, false, true}} {
		if test.kept.New != test.new || test.kept.NewFind != test.newFind || test.kept.Item != first.Item {
			t.Errorf("%s: %+v; want new %v, new find %v, and the item as first recorded", test.name, test.kept, test.new, test.newFind)
		}
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ItemFound)
	content, err := d.Content(t.Context(), first.Item.Digest)
	if err != nil {
		t.Fatal(err)
	}
	defer content.Close()
	if got, err := io.ReadAll(content); err != nil || !bytes.Equal(got, noise) {
		t.Errorf("kept %q, %v", got, err)
	}
	if got, err := os.ReadFile(d.Path(first.Item.Digest)); err != nil || !bytes.Equal(got, noise) {
		t.Errorf("the file at Path holds %q, %v", got, err)
	}
	if finds, err := d.Finds(t.Context(), first.Item.Digest); err != nil || len(finds) != 2 {
		t.Errorf("finds are %v, %v; want two places", finds, err)
	}
	if items, err := d.Items(t.Context(), "kursk"); err != nil || len(items) != 1 {
		t.Errorf("items are %v, %v; want one", items, err)
	}
}

func TestTheSameFileFromManyAtOnce(t *testing.T) {
	d := open(t)
	noise := []byte("\x00\x01\x02 of no kind that is known")
	var everyone sync.WaitGroup
	for n := range 8 {
		everyone.Go(func() {
			if _, err := d.Add(t.Context(), "kursk", "m.r", file(fmt.Sprintf("%d.bin", n%4), noise)); err != nil {
				t.Error(err)
			}
		})
	}
	everyone.Wait()
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ItemFound, atleast.ItemFound, atleast.ItemFound)
}

func TestAddWhatCannotBeUsed(t *testing.T) {
	d := open(t)
	_, err := d.Add(t.Context(), "kursk", "m.r", file("empty", nil))
	is(t, err, intake.ErrUnusable)
	_, err = d.Add(t.Context(), "bryansk", "m.r", file("a", []byte("x")))
	is(t, err, atleast.ErrNotFound)
	_, err = d.Add(t.Context(), "kursk", "", file("a", []byte("x")))
	is(t, err, atleast.ErrInvalid)
	wantKinds(t, d, atleast.CaseOpened)
}
