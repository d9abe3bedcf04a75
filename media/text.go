package media

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/image/draw"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/media/confine"
)

const (
	// textSide is the longer side at which words are read: a screen's width.
	textSide = 2000
	// smallSide is the longer side below which a picture is read at twice its
	// size: the program misses letters that are a few pixels high.
	smallSide = 1000
	// filmSide is textSide for a film, of which several frames are read.
	filmSide = 1280
	// textFrames is how many frames of a film are read.
	textFrames = 8
	// textNice is how much the program yields to others: nobody waits for it.
	textNice = 10
	// maxText is how many bytes the program may say of one picture.
	maxText = 1 << 20
)

// modelFolders are where tesseract keeps what it knows of languages.
var modelFolders = []string{"/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"}

// Text returns the words on the picture, or on some frames of a film, read with
// tesseract in a child, in the given languages ("eng", "ukr", "rus"). The
// program sees only the pixels that another child has decoded, never the file.
// Errors are as with Do; NoTool says that tesseract is not installed.
func (s *Sandbox) Text(ctx context.Context, path string, languages ...string) ([]atleast.ScreenLine, error) {
	lines, err := s.textOf(ctx, path, languages)
	if err != nil {
		return nil, fmt.Errorf("text of %s: %w", path, err)
	}
	return lines, nil
}

func (s *Sandbox) textOf(ctx context.Context, path string, languages []string) ([]atleast.ScreenLine, error) {
	if length, plays := playing(path); plays {
		return s.textOfFilm(ctx, path, length, languages)
	}
	picture, err := s.Decode(ctx, path, Want{Max: textSide, Grey: true})
	if err != nil {
		return nil, err
	}
	return s.readWords(ctx, picture, languages)
}

// playing returns how long a film plays, in seconds.
func playing(path string) (length float64, plays bool) {
	file, err := open(path)
	if err != nil {
		return 0, false
	}
	defer file.Close()
	info, err := ProbeFile(file)
	return info.LengthS, err == nil && info.Kind() == atleast.Video
}

// textOfFilm reads frames that lie about evenly apart. What stays on the screen is said
// once, where it is seen first. A film whose time is up after some frames has the
// text of these.
func (s *Sandbox) textOfFilm(ctx context.Context, path string, length float64, languages []string) ([]atleast.ScreenLine, error) {
	want := FrameWant{Want: Want{Max: filmSide, Grey: true}, Keyframes: true, EveryS: 0.9 * length / textFrames, Limit: textFrames}
	var all []atleast.ScreenLine
	seen, frames := map[string]bool{}, 0
	for frame, err := range s.Frames(ctx, path, want) {
		if because(err, OutOfTime) && frames > 0 {
			break
		}
		if err != nil {
			return nil, err
		}
		lines, err := s.readWords(ctx, frame.Image, languages)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			if key := strings.ToLower(line.Text); !seen[key] {
				seen[key], line.AtS = true, frame.AtS
				all = append(all, line)
			}
		}
		frames++
	}
	return all, nil
}

func because(err error, reason Reason) bool {
	var refused *Refused
	return errors.As(err, &refused) && refused.Reason == reason
}

// How tesseract is to look at a picture.
const (
	scattered = "11" // words anywhere
	oneBlock  = "6"  // lines under one another
)

// readWords reads the picture twice: as it is, which is best for signs, pages and
// screens, and the letters that were put on it, cut out (sheet). What the first
// reading has of a line that the second has whole is left out.
func (s *Sandbox) readWords(ctx context.Context, picture image.Image, languages []string) ([]atleast.ScreenLine, error) {
	grey, ok := picture.(*image.Gray)
	if !ok {
		return nil, errors.New("a picture was asked for in grey and came in colour")
	}
	grey = enlarged(grey)
	whole, err := s.recognise(ctx, grey, scattered, languages)
	if err != nil {
		return nil, err
	}
	letters := sheet(grey)
	if letters == nil {
		return whole, nil
	}
	cut, err := s.recognise(ctx, letters, oneBlock, languages)
	if err != nil {
		return nil, err
	}
	return merged(whole, cut), nil
}

// merged adds to the lines of one reading those of another that say something new,
// in place of those that say less.
func merged(first, second []atleast.ScreenLine) (lines []atleast.ScreenLine) {
	second = slices.DeleteFunc(slices.Clone(second), func(l atleast.ScreenLine) bool { return saysNothingNew(l, first) })
	for _, line := range first {
		if !saysNothingNew(line, second) {
			lines = append(lines, line)
		}
	}
	return append(lines, second...)
}

// saysNothingNew reports whether all words of a line stand in others.
func saysNothingNew(line atleast.ScreenLine, others []atleast.ScreenLine) bool {
	known := map[string]bool{}
	for _, other := range others {
		for _, word := range wordsOf(other.Text) {
			known[word] = true
		}
	}
	return !slices.ContainsFunc(wordsOf(line.Text), func(word string) bool { return !known[word] })
}

// wordsOf are the words as they are compared.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isLetter(r) })
}

// recognise starts tesseract on a picture.
func (s *Sandbox) recognise(ctx context.Context, picture *image.Gray, layout string, languages []string) ([]atleast.ScreenLine, error) {
	args := []string{"tesseract", "stdin", "stdout", "--psm", layout, "-c", "tessedit_create_tsv=1"}
	if len(languages) > 0 {
		args = append(args, "-l", strings.Join(languages, "+"))
	}
	p := confine.Plan{Program: "tesseract", Args: args, Env: []string{"OMP_THREAD_LIMIT=1"}, Read: modelFolders, Nice: textNice}
	run, err := s.start(ctx, p, func(cmd *exec.Cmd) { cmd.Stdin = bytes.NewReader(pgm(picture)) })
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(run.out, maxText))
	if err != nil || len(out) == maxText {
		run.abandon()
		return textLines(string(out)), err
	}
	err = run.finish()
	if err != nil && strings.Contains(run.said.String(), "Failed loading language") {
		return nil, refuse(NoTool, "tesseract lacks one of the languages %v", languages)
	}
	if err != nil {
		return nil, err
	}
	return textLines(string(out)), nil
}

// enlarged is a small picture at twice its size.
func enlarged(picture *image.Gray) *image.Gray {
	size := picture.Rect.Size()
	if max(size.X, size.Y) >= smallSide {
		return picture
	}
	out := image.NewGray(image.Rectangle{Max: size.Mul(2)})
	draw.CatmullRom.Scale(out, out.Rect, picture, picture.Rect, draw.Src, nil)
	return out
}

// pgm is the picture in the plainest format there is.
func pgm(picture *image.Gray) []byte {
	head := fmt.Sprintf("P5\n%d %d\n255\n", picture.Rect.Dx(), picture.Rect.Dy())
	return append([]byte(head), picture.Pix...)
}
