// Command text measures how many of the words that people put on pictures are read:
// it writes captions in English, Ukrainian and Russian over photographs, as phones
// and broadcasters do, has the desk read them, and prints for every manner of writing
// which part of the words was found, and how many words were read that nobody wrote.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/atleast-desk/atleast/media"
)

var (
	photos = flag.String("photos", "../shared/corpora/photos/test", "a folder of photographs in JPEG")
	count  = flag.Int("n", 12, "how many of them")
	side   = flag.Int("side", 960, "pixels of the longer side that they are brought to")
	out    = flag.String("out", "", "a folder to leave the pictures in")
)

// captions are what is written, by language.
var captions = map[string][]string{
	"eng": {"PRISONERS OF WAR", "Kursk region, 14 August", "over 100 soldiers captured", "Breaking news from the border"},
	"ukr": {"ВІЙСЬКОВОПОЛОНЕНІ", "Курська область, 14 серпня", "понад 100 солдатів узято в полон", "Їхня колона під'їжджає до об'єкта"},
	"rus": {"ВОЕННОПЛЕННЫЕ", "Курская область, 14 августа", "более 100 солдат взяты в плен", "Объявлена эвакуация посёлка"},
}

var languages = []string{"eng", "ukr", "rus"}

func main() {
	media.Child()
	log.SetFlags(0)
	log.SetPrefix("text: ")
	flag.Parse()
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

// score is what came of one manner of writing.
type score struct{ found, written, read, files int }

func run(ctx context.Context) error {
	reader, ok := media.FindTextReader(ctx, languages...)
	if !ok {
		return fmt.Errorf("needs tesseract with %v", languages)
	}
	files, err := filepath.Glob(filepath.Join(*photos, "*.jpg"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("needs photographs in %s, and there are none", *photos)
	}
	sandbox := &media.Sandbox{}
	defer sandbox.Close()
	scores := map[string]*score{}
	var took time.Duration
	n := 0
	for i, file := range files[:min(*count, len(files))] {
		photo, err := open(file)
		if err != nil {
			return err
		}
		for _, manner := range manners {
			for _, language := range languages {
				line := captions[language][i%len(captions[language])]
				name := fmt.Sprintf("%s %s", manner.name, language)
				begun := time.Now()
				words, err := read(ctx, sandbox, caption(photo, manner, line), fmt.Sprintf("%s-%d", name, i), reader.Languages)
				if err != nil {
					return err
				}
				took, n = took+time.Since(begun), n+1
				if scores[name] == nil {
					scores[name] = &score{}
				}
				scores[name].add(words, wordsOf(line))
			}
		}
	}
	report(scores)
	fmt.Printf("\n%d pictures, %.2f s each.\n", n, took.Seconds()/float64(n))
	return nil
}

func report(scores map[string]*score) {
	fmt.Println("| written | language | words | found | read besides, a picture |\n|---|---|---:|---:|---:|")
	for _, manner := range manners {
		for _, language := range languages {
			if s := scores[manner.name+" "+language]; s != nil {
				fmt.Printf("| %s | %s | %d | %.2f | %.2f |\n", manner.name, language, s.written, float64(s.found)/float64(s.written), float64(s.read-s.found)/float64(s.files))
			}
		}
	}
}

func (s *score) add(read, written []string) {
	left := map[string]int{}
	for _, word := range read {
		left[word]++
	}
	for _, word := range written {
		if left[word] > 0 {
			left[word]--
			s.found++
		}
	}
	s.read, s.written, s.files = s.read+len(read), s.written+len(written), s.files+1
}

// wordsOf are the words as a search compares them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func read(ctx context.Context, s *media.Sandbox, picture image.Image, name string, languages []string) ([]string, error) {
	dir := *out
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "text"); err != nil {
			return nil, err
		}
		defer func() { _ = os.RemoveAll(dir) }() // a folder of the system's for such
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 80}); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, name+".jpg")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		return nil, err
	}
	lines, err := s.Text(ctx, path, languages...)
	var words []string
	for _, line := range lines {
		words = append(words, wordsOf(line.Text)...)
	}
	return words, err
}

// open reads a photograph and brings it to the size.
func open(path string) (*image.RGBA, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	photo, err := jpeg.Decode(file)
	if err != nil {
		return nil, err
	}
	b := photo.Bounds()
	scale := float64(*side) / float64(max(b.Dx(), b.Dy()))
	out := image.NewRGBA(image.Rect(0, 0, int(float64(b.Dx())*scale), int(float64(b.Dy())*scale)))
	xdraw.CatmullRom.Scale(out, out.Rect, photo, b, draw.Src, nil)
	return out, nil
}

// letters are drawn at so many pixels.
func letters(pixels float64) (font.Face, error) {
	parsed, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return nil, err
	}
	return opentype.NewFace(parsed, &opentype.FaceOptions{Size: pixels, DPI: 72})
}

func write(on draw.Image, face font.Face, ink image.Image, x, y int, line string) {
	pen := font.Drawer{Dst: on, Src: ink, Face: face, Dot: fixed.P(x, y)}
	pen.DrawString(line)
}
