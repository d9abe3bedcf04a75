package desk_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/media"
)

func TestMain(m *testing.M) {
	media.Child(desk.Tasks()...)
	os.Exit(m.Run())
}

// clock moves one second ahead each time it is read.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2024, 8, 14, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func openAt(t *testing.T, dir string) *desk.Desk {
	t.Helper()
	d, err := desk.Open(t.Context(), desk.Config{Dir: dir, Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// open gives a desk with the open case kursk.
func open(t *testing.T) *desk.Desk {
	t.Helper()
	d := openAt(t, t.TempDir())
	c := atleast.Case{ID: "kursk", Question: "How many soldiers were captured?", What: "captured soldiers", Zone: "Europe/Kyiv"}
	if err := d.OpenCase(t.Context(), "m.r", c); err != nil {
		t.Fatal(err)
	}
	return d
}

func file(name string, content []byte) intake.File {
	return intake.File{Name: name, Where: "https://example.org/" + name,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
}

func add(t *testing.T, d *desk.Desk, f intake.File) intake.Kept {
	t.Helper()
	kept, err := d.Add(t.Context(), "kursk", "m.r", f)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// is reports where err is not target.
func is(t *testing.T, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("error is %v; want %v", err, target)
	}
}

func TestOpenCase(t *testing.T) {
	d := open(t)
	c, err := d.Case(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	if c.SpeedKMH != atleast.DefaultSpeedKMH || c.Opened.IsZero() {
		t.Errorf("the case is %+v; want its speed and its time filled in", c)
	}
	is(t, d.OpenCase(t.Context(), "o.k", c), atleast.ErrExists)
	is(t, d.OpenCase(t.Context(), "o.k", atleast.Case{ID: "No Name"}), atleast.ErrInvalid)
	is(t, d.OpenCase(t.Context(), "", c), atleast.ErrInvalid)
	_, err = d.Case(t.Context(), "bryansk")
	is(t, err, atleast.ErrNotFound)
	wantKinds(t, d, atleast.CaseOpened)
}
