package media

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"os/exec"
	"strings"

	"github.com/atleast-desk/atleast/media/confine"
)

const (
	// textSide is the longer side at which words are read: a screen's width.
	textSide = 2000
	// maxText is how many bytes of text one picture may give.
	maxText = 64 << 10
)

// modelFolders are where tesseract keeps what it knows of languages.
var modelFolders = []string{"/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"}

// Text returns the words on the picture, or on a film's first keyframe, read with
// tesseract in a child, in the given languages ("eng", "ukr", "rus"). The
// program sees only the pixels that another child has decoded, never the file.
// Errors are as with Do; NoTool says that tesseract is not installed.
func (s *Sandbox) Text(ctx context.Context, path string, languages ...string) (string, error) {
	picture, err := s.Decode(ctx, path, Want{Max: textSide, Grey: true})
	if err != nil {
		return "", err
	}
	grey, ok := picture.(*image.Gray)
	if !ok {
		return "", fmt.Errorf("text of %s: it was asked for in grey and came in colour", path)
	}
	text, err := s.readWords(ctx, grey, languages)
	if err != nil {
		return "", fmt.Errorf("text of %s: %w", path, err)
	}
	return text, nil
}

func (s *Sandbox) readWords(ctx context.Context, picture *image.Gray, languages []string) (string, error) {
	args := []string{"tesseract", "stdin", "stdout", "--psm", "11"}
	if len(languages) > 0 {
		args = append(args, "-l", strings.Join(languages, "+"))
	}
	p := confine.Plan{Program: "tesseract", Args: args, Env: []string{"OMP_THREAD_LIMIT=1"}, Read: modelFolders}
	run, err := s.start(ctx, p, func(cmd *exec.Cmd) { cmd.Stdin = bytes.NewReader(pgm(picture)) })
	if err != nil {
		return "", err
	}
	out, err := io.ReadAll(io.LimitReader(run.out, maxText))
	if err != nil {
		run.abandon()
		return "", err
	}
	err = run.finish()
	if err != nil && strings.Contains(run.said.String(), "Failed loading language") {
		return "", refuse(NoTool, "tesseract lacks one of the languages %v", languages)
	}
	if err != nil {
		return "", err
	}
	return tidy(string(out)), nil
}

// pgm is the picture in the plainest format there is.
func pgm(picture *image.Gray) []byte {
	head := fmt.Sprintf("P5\n%d %d\n255\n", picture.Rect.Dx(), picture.Rect.Dy())
	return append([]byte(head), picture.Pix...)
}

// tidy drops empty lines and what is no text.
func tidy(text string) string {
	var lines []string
	for line := range strings.Lines(strings.ToValidUTF8(text, "")) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
