package desk_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/publish"
)

// sign is a picture of a line of text.
func sign(t *testing.T, line string) []byte {
	t.Helper()
	small := image.NewRGBA(image.Rect(0, 0, 200, 40))
	draw.Draw(small, small.Rect, image.White, image.Point{}, draw.Src)
	pen := font.Drawer{Dst: small, Src: image.NewUniform(color.Black), Face: basicfont.Face7x13, Dot: fixed.P(10, 24)}
	pen.DrawString(line)
	large := image.NewRGBA(image.Rect(0, 0, 800, 160))
	xdraw.CatmullRom.Scale(large, large.Rect, small, small.Rect, draw.Src, nil)
	var file bytes.Buffer
	if err := png.Encode(&file, large); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func needsReader(t *testing.T) {
	t.Helper()
	if _, ok := media.FindTextReader(t.Context(), "eng"); !ok {
		t.Skip("needs tesseract with eng, which is not installed")
	}
}

func readScreens(t *testing.T, d *desk.Desk) {
	t.Helper()
	if err := d.ReadScreens(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
}

// Stopped in the middle, the reading goes on with what is left, in another process too.
func TestReadingGoesOn(t *testing.T) {
	needsReader(t)
	dir := t.TempDir()
	d := openAt(t, dir)
	if err := d.OpenCase(t.Context(), "m.r", atleast.Case{ID: "kursk", Question: "How many?", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	var items []atleast.Digest
	for _, line := range []string{"one", "two", "three", "four", "five"} {
		items = append(items, add(t, d, file(line+".png", sign(t, line))).Item.Digest)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	err := d.ReadScreens(ctx, func(_, total int, _ string) {
		if stop(); total != len(items) {
			t.Errorf("%d are to be read, want %d", total, len(items))
		}
	})
	is(t, err, context.Canceled)
	d = openAt(t, dir)
	left := 0
	if err := d.ReadScreens(t.Context(), func(_, total int, _ string) { left = total }); err != nil || left == 0 || left == len(items) {
		t.Errorf("the second time %d of %d were left, %v", left, len(items), err)
	}
	for _, item := range items {
		if _, err := d.ScreenText(t.Context(), item); err != nil {
			t.Error(err)
		}
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

// While the desk is served, what is added is read without anybody asking.
func TestKeepReading(t *testing.T) {
	needsReader(t)
	d := open(t)
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	var reading sync.WaitGroup
	reading.Go(func() { d.KeepReading(ctx) })
	kept := add(t, d, file("photo.png", sign(t, "Prisoners of war: 102")))
	for _, err := d.ScreenText(t.Context(), kept.Item.Digest); err != nil && ctx.Err() == nil; _, err = d.ScreenText(t.Context(), kept.Item.Digest) {
		time.Sleep(20 * time.Millisecond)
	}
	if ctx.Err() != nil {
		t.Error("half a minute later nobody has read it")
	}
	stop()
	reading.Wait()
}

// What stands on a picture is read once, kept with its event and found again.
func TestScreenText(t *testing.T) {
	needsReader(t)
	d := open(t)
	photo := file("photo.png", sign(t, "Prisoners of war: 102"))
	kept := add(t, d, photo)
	add(t, d, file("drawing.png", drawing(t, 1)))
	if _, err := d.ScreenText(t.Context(), kept.Item.Digest); !errors.Is(err, atleast.ErrNotFound) {
		t.Errorf("text is read while somebody waits: %v", err)
	}
	readScreens(t, d)
	text, err := d.ScreenText(t.Context(), kept.Item.Digest)
	if err != nil || len(text.Lines) != 1 || !strings.HasPrefix(text.Lines[0].Text, "Prisoners of") || text.Tool == "" {
		t.Fatalf("ScreenText = %+v, %v", text, err)
	}
	entries, err := d.EventsAbout(t.Context(), kept.Item.Digest.String())
	if err != nil || len(entries) != 3 || entries[2].Event.Kind != atleast.ScreenTextRead {
		t.Errorf("the ledger says of it %v, %v", entries, err)
	}
	add(t, d, photo)
	readScreens(t, d)
	if size, err := d.LedgerSize(t.Context()); err != nil || size != 7 {
		t.Errorf("handed in again, the ledger has %d entries, %v; want 7", size, err)
	}
	hits, err := d.Search(t.Context(), "kursk", "prisoners", 10)
	if err != nil || len(hits) != 1 || hits[0].Item.Digest != kept.Item.Digest || hits[0].Snippets[0].In != atleast.InScreen {
		t.Errorf("Search = %+v, %v", hits, err)
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Errorf("Audit = %v", err)
	}
}

// What a program read on pictures says too much about people, and too little that
// is certain, to be published.
func TestScreenTextIsNotPublished(t *testing.T) {
	needsReader(t)
	d := open(t)
	kept := add(t, d, file("photo.png", sign(t, "Prisoners of war: 102")))
	readScreens(t, d)
	code(t, d, 29)
	dir := filepath.Join(t.TempDir(), "release")
	if err := d.Publish(t.Context(), "kursk", "m.r", dir, publish.Show{}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ScreenText(t.Context(), kept.Item.Digest); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			continue // the folder of proofs
		}
		if bytes.Contains(bytes.ToLower(content), []byte("prisoners")) {
			t.Errorf("%s holds what stands on a picture", name)
		}
	}
}

func TestSearchWithoutACase(t *testing.T) {
	d := open(t)
	add(t, d, file("statement.txt", []byte("The army says it captured more than 100 soldiers on Wednesday.")))
	if hits, err := d.Search(t.Context(), "", "captur soldiers", 10); err != nil || len(hits) != 1 {
		t.Errorf("Search = %v, %v; want the statement", hits, err)
	}
	if _, err := d.Search(t.Context(), "nowhere", "soldiers", 10); err == nil {
		t.Error("a case that is not there is searched")
	}
}

// A number that JSON cannot hold is no reason to fail.
func TestReportWithImpossibleNumbers(t *testing.T) {
	d := open(t)
	for _, text := range []string{`The colours are "#0e0401", "0e0409 inches" and 1e999 soldiers.`, "It counted " + string(bytes.Repeat([]byte("9"), 400)) + " soldiers."} {
		if kept := add(t, d, file("numbers.txt", []byte(text))); kept.Trouble != "" {
			t.Errorf("%.40s: %s", text, kept.Trouble)
		}
	}
}
