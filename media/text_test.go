package media

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/atleast-desk/atleast"
)

// written is a picture of lines of text.
func written(t testing.TB, lines ...string) []byte {
	t.Helper()
	letters, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(letters, &opentype.FaceOptions{Size: 24, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	picture := image.NewRGBA(image.Rect(0, 0, 640, 80*len(lines)+20))
	draw.Draw(picture, picture.Rect, image.White, image.Point{}, draw.Src)
	for i, line := range lines {
		pen := font.Drawer{Dst: picture, Src: image.NewUniform(color.Black), Face: face, Dot: fixed.P(20, 80*i+60)}
		pen.DrawString(line)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// textReader is tesseract with all languages, or the test is skipped.
func textReader(t testing.TB) TextReader {
	t.Helper()
	wanted := []string{"eng", "ukr", "rus"}
	r, ok := FindTextReader(t.Context(), wanted...)
	if !ok || !slices.Equal(r.Languages, wanted) {
		t.Skipf("needs tesseract with %v, which is not installed; there is %q with %v", wanted, r.Tool, r.Languages)
	}
	return r
}

func joined(lines []atleast.ScreenLine) string {
	var text []string
	for _, line := range lines {
		text = append(text, line.Text)
	}
	return strings.Join(text, "\n")
}

func TestText(t *testing.T) {
	s := sandbox(t)
	r := textReader(t)
	want := []string{"Prisoners of war: 102", "Суджа, вулиця Леніна", "граница закрыта"}
	got, err := s.Text(t.Context(), write(t, written(t, want...)), r.Languages...)
	if err != nil || joined(got) != strings.Join(want, "\n") {
		t.Errorf("read %q, %v; want %q", joined(got), err, want)
	}
	for _, line := range got {
		if line.Confidence < 0.6 || line.Confidence > 1 || line.AtS != 0 {
			t.Errorf("line %+v", line)
		}
	}
	if got, err := s.Text(t.Context(), write(t, blank(t)), r.Languages...); err != nil || len(got) != 0 {
		t.Errorf("an empty page: %q, %v", joined(got), err)
	}
	if _, err := s.Text(t.Context(), write(t, written(t, "x")), "tlh"); reasonOf(err) != NoTool {
		t.Errorf("a language that is not installed: %v", err)
	}
	if _, err := s.Text(t.Context(), write(t, []byte("no picture")), "eng"); reasonOf(err) != Unknown {
		t.Errorf("no picture: %v", err)
	}
}

// blank is an empty page.
func blank(t testing.TB) []byte {
	return encoded(t, image.NewGray(image.Rect(0, 0, 300, 200)))["image/png"]
}

// What a film shows is read in several frames, each line once, with its time.
func TestTextOfAFilm(t *testing.T) {
	s := sandbox(t)
	r := textReader(t)
	needs(t, "ffmpeg")
	dir := t.TempDir()
	for name, line := range map[string]string{"1.png": "KORENEVO 14 AUGUST", "2.png": "Prisoners of war: 102"} {
		if err := os.WriteFile(filepath.Join(dir, name), written(t, line), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	film := filepath.Join(dir, "film.mp4")
	cmd := exec.Command("ffmpeg", "-v", "error", "-loop", "1", "-t", "4", "-i", filepath.Join(dir, "1.png"), "-loop", "1", "-t", "4", "-i", filepath.Join(dir, "2.png"),
		"-filter_complex", "concat=n=2,format=yuv420p", "-r", "10", "-c:v", "libx264", "-preset", "ultrafast", "-g", "10", film)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("needs an ffmpeg that writes H.264: %v: %s", err, said)
	}
	got, err := s.Text(t.Context(), film, r.Languages...)
	if err != nil || len(got) != 2 || got[0].Text != "KORENEVO 14 AUGUST" || got[1].Text != "Prisoners of war: 102" {
		t.Fatalf("read %+v, %v", got, err)
	}
	if got[0].AtS != 0 || got[1].AtS < 3.5 || got[1].AtS > 5.5 {
		t.Errorf("seen at %.1f s and %.1f s, want 0 and about 4", got[0].AtS, got[1].AtS)
	}
}

func TestTextLines(t *testing.T) {
	head := "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
	row := func(line, sure, word string) string {
		return "5\t1\t1\t1\t" + line + "\t1\t0\t0\t9\t9\t" + sure + "\t" + word + "\n"
	}
	for name, c := range map[string]struct{ table, want string }{
		"nothing":              {"", ""},
		"heading only":         {head, ""},
		"two words":            {head + row("1", "96.5", "102") + row("1", "90", "soldiers"), "102 soldiers"},
		"two lines":            {head + row("1", "96", "Korenevo") + row("2", "90", "bridge"), "Korenevo\nbridge"},
		"a guess":              {head + row("1", "96", "Korenevo") + row("1", "31", "wZq"), "Korenevo"},
		"twigs":                {head + row("1", "96", "=") + row("1", "99", "Wy") + row("2", "99", "||"), ""},
		"a table cut off":      {head + row("1", "96", "Korenevo") + "5\t1\t1\t1", "Korenevo"},
		"no UTF-8, and a zero": {head + row("1", "96", "Kore\xffne\x00vo"), "Korenevo"},
		"no number":            {head + row("1", "NaN", "Korenevo"), ""},
		"surer than sure":      {head + row("1", "1e9", "Korenevo"), ""},
	} {
		if got := joined(textLines(c.table)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func FuzzTextLines(f *testing.F) {
	f.Add("5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.5\tKorenevo\n")
	f.Fuzz(func(t *testing.T, table string) {
		lines := textLines(table)
		if len(lines) > maxLines {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if !(line.Confidence >= sureWord/100.0 && line.Confidence <= 1) || strings.ContainsAny(line.Text, "\x00\n") {
				t.Fatalf("%+v", line)
			}
		}
	})
}

// What the second reading says besides, and more, is kept; the same is not said twice.
func TestMerged(t *testing.T) {
	lines := func(texts ...string) (lines []atleast.ScreenLine) {
		for _, text := range texts {
			lines = append(lines, atleast.ScreenLine{Text: text})
		}
		return lines
	}
	for _, c := range []struct {
		first, second, want []atleast.ScreenLine
	}{
		{lines("Суджа, вулиця"), lines("Суджа", "вулиця"), lines("Суджа, вулиця")},
		{lines("soldiers"), lines("over 100 soldiers"), lines("over 100 soldiers")},
		{lines("ACME TV", "Kur"), lines("Kursk, 14 August"), lines("ACME TV", "Kur", "Kursk, 14 August")},
		{nil, lines("Kursk"), lines("Kursk")},
		{lines("Kursk"), nil, lines("Kursk")},
	} {
		if got := merged(c.first, c.second); joined(got) != joined(c.want) {
			t.Errorf("%q and %q make %q, want %q", joined(c.first), joined(c.second), joined(got), joined(c.want))
		}
	}
}

func TestOneScript(t *testing.T) {
	for word, want := range map[string]string{"Kиїв": "Київ", "Kïив": "Кїив", "BOEH": "BOEH", "Київ": "Київ", "Nкraine": "Nкraine", "x-ray": "x-ray", "": ""} {
		if got := oneScript(word); got != want {
			t.Errorf("%q is written %q, want %q", word, got, want)
		}
	}
}

// White letters on a photograph, which the plain reading does not see, are cut out and
// put on a sheet; of a picture without letters there is none.
func TestSheet(t *testing.T) {
	r := textReader(t)
	s := sandbox(t)
	field := image.NewGray(image.Rect(0, 0, 1200, 800))
	for y := range 800 {
		for x := range 1200 {
			field.Pix[y*1200+x] = byte(40 + (x*7+y*13)%90 + 60*((x/60+y/60)%2))
		}
	}
	if got := sheet(field); got != nil {
		t.Errorf("a sheet of %v from a picture without letters", got.Rect)
	}
	letters, err := png.Decode(bytes.NewReader(written(t, "Prisoners of war 102")))
	if err != nil {
		t.Fatal(err)
	}
	large := image.NewGray(image.Rect(0, 0, 1280, 200))
	xdraw.CatmullRom.Scale(large, large.Rect, letters, letters.Bounds(), draw.Src, nil)
	for y := range 200 {
		for x := range 1200 {
			if large.Pix[y*1280+x] < 100 {
				field.Pix[(y+500)*1200+x] = 0xff
			}
		}
	}
	cut := sheet(field)
	if cut == nil {
		t.Fatal("no letters are found")
	}
	got, err := s.recognise(t.Context(), cut, oneBlock, r.Languages)
	if err != nil || !strings.Contains(joined(got), "Prisoners") || !strings.Contains(joined(got), "102") {
		t.Errorf("read %q, %v", joined(got), err)
	}
}
