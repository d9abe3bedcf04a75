package media

import (
	"context"
	"os/exec"
	"slices"
	"strings"
	"time"

	"github.com/atleast-desk/atleast/media/confine"
)

// Installed says what this machine can read media with.
type Installed struct {
	FFmpeg    string   // version, or empty where it is not installed
	FFprobe   string   // likewise
	Decodes   []string // which of the codings in use today this ffmpeg decodes: "H.264", "JPEG XL"
	Lacks     []string // which it does not; some systems ship it without those under patents
	Tesseract string   // version, likewise
	Languages []string // what tesseract can read: "eng", "rus", "ukr"
	Landlock  int      // version of the kernel's landlock, 0 where it has none
	Confined  string   // empty where a child was started in the sandbox and answered; else why not
}

// Tools looks for the programs that media uses and tries the sandbox once. It
// never fails: what is missing is what it reports.
func (s *Sandbox) Tools(ctx context.Context) Installed {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	found := Installed{
		FFmpeg:    version(ctx, "ffmpeg", "-version"),
		FFprobe:   version(ctx, "ffprobe", "-version"),
		Tesseract: version(ctx, "tesseract", "--version"),
		Landlock:  confine.Landlock(),
	}
	if found.FFmpeg != "" {
		found.Decodes, found.Lacks = codings(ctx)
	}
	if found.Tesseract != "" {
		found.Languages = languages(ctx)
	}
	if err := s.try(ctx); err != nil {
		found.Confined = err.Error()
	}
	return found
}

// inUse are codings of films and pictures today, with ffmpeg's names for them.
var inUse = [][2]string{{"H.264", "h264"}, {"HEVC", "hevc"}, {"VP9", "vp9"}, {"AV1", "av1"}, {"AAC", "aac"}, {"Opus", "opus"},
	{"JPEG XL", "jpegxl"}, {"JPEG 2000", "jpeg2000"}}

// codings asks ffmpeg which codings it decodes: it marks them with D and a dot.
func codings(ctx context.Context) (decodes, lacks []string) {
	out, err := exec.CommandContext(ctx, "ffmpeg", "-hide_banner", "-codecs").Output()
	if err != nil {
		return nil, nil
	}
	known := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if words := strings.Fields(line); len(words) > 1 && strings.HasPrefix(words[0], "D") {
			known[words[1]] = true
		}
	}
	for _, c := range inUse {
		if known[c[1]] {
			decodes = append(decodes, c[0])
		} else {
			lacks = append(lacks, c[0])
		}
	}
	return decodes, lacks
}

// TextReader is the program that reads text on pictures, as it is installed.
type TextReader struct {
	Tool      string   // name and version: "tesseract 5.3.0"
	Languages []string // of those asked for, what it can read
}

// FindTextReader looks for tesseract and those of the languages that it has. It
// is false where there is no program, or none of the languages.
func FindTextReader(ctx context.Context, wanted ...string) (TextReader, bool) {
	found := version(ctx, "tesseract", "--version")
	if found == "" {
		return TextReader{}, false
	}
	r := TextReader{Tool: "tesseract " + found}
	has := languages(ctx)
	for _, language := range wanted {
		if slices.Contains(has, language) {
			r.Languages = append(r.Languages, language)
		}
	}
	return r, len(r.Languages) > 0
}

// version is the third word of what such programs print first, "ffmpeg version
// 5.1", or the second, "tesseract 5.3".
func version(ctx context.Context, program, flag string) string {
	out, err := exec.CommandContext(ctx, program, flag).Output()
	if err != nil {
		return ""
	}
	words := strings.Fields(string(out))
	switch {
	case len(words) > 2 && words[1] == "version":
		return words[2]
	case len(words) > 1:
		return words[1]
	}
	return "unknown"
}

// languages lists what tesseract has, without its heading and the model for directions.
func languages(ctx context.Context) []string {
	out, err := exec.CommandContext(ctx, "tesseract", "--list-langs").Output()
	if err != nil {
		return nil
	}
	var list []string
	for line := range strings.Lines(string(out)) {
		name := strings.TrimSpace(line)
		if name != "" && name != "osd" && !strings.Contains(name, " ") {
			list = append(list, name)
		}
	}
	return list
}

// try starts a worker and ends it again, to see whether the sandbox stands.
func (s *Sandbox) try(ctx context.Context) error {
	w, err := s.startWorker()
	if err != nil {
		return err
	}
	defer w.end()
	self, err := open(selfPath)
	if err != nil {
		return err
	}
	defer self.Close()
	_, err = w.do(ctx, order{Task: aliveTask}, self)
	return err
}
