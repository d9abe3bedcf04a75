package media

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"syscall"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/media/confine"
)

const (
	// surely is the least that ffprobe must be sure of a file whose beginning says
	// nothing here, of 100: as much as the right name would give it. Noise that
	// looks like a stream of sound for a while stays below.
	surely = 50
	// maxTold is how much ffprobe may say of one file.
	maxTold = 1 << 20
	// maxKnown is how many files a sandbox keeps in mind.
	maxKnown = 256
)

// Examine says what the file is: what Probe reads from its header and, where that
// is too little to open it, what ffprobe finds in a child. Film and sound of any
// format that ffmpeg reads are known so, if it is installed; where it is not, the
// answer is Probe's. Errors are as with Probe, or about starting a child.
func (s *Sandbox) Examine(ctx context.Context, path string) (Info, error) {
	file, err := open(path)
	if err != nil {
		return Info{}, fmt.Errorf("examine %s: %w", path, err)
	}
	defer file.Close()
	info, err := ProbeFile(file)
	if !wanting(info, err) || info.Type == "" && !opaque(file) {
		return info, err
	}
	if told, ok := s.told(ctx, path, file); ok && (info.Type == "" || told.Kind() != atleast.Photo || info.Kind() == atleast.Photo) {
		told.keepType(info)
		return told, nil
	}
	return info, err
}

// wanting reports whether a header leaves open what is needed to open the file.
func wanting(info Info, err error) bool {
	switch info.Kind() {
	case atleast.Photo:
		return err == nil && info.Pixels() == 0 && info.Variant != cameraRaw
	case atleast.Video:
		return err == nil && (info.Pixels() == 0 || info.LengthS == 0)
	case atleast.Audio:
		return err == nil && info.LengthS == 0
	}
	return because(err, Unknown)
}

// keepType: the header's own name for the format is the better one, unless the
// streams turn out to be of another class than its first bytes promise.
func (i *Info) keepType(header Info) {
	class := func(t string) string { class, _, _ := strings.Cut(t, "/"); return class }
	if header.Type != "" && class(header.Type) == class(i.Type) {
		i.Type = header.Type
	}
	if i.LengthS == 0 {
		i.LengthS = header.LengthS
	}
}

// opaque reports whether the file begins as neither text nor an archive or
// document does.
func opaque(file io.ReaderAt) bool {
	start := make([]byte, 512)
	n, _ := file.ReadAt(start, 0) // what cannot be read is not worth a child
	sniffed := http.DetectContentType(start[:n])
	class, _, _ := strings.Cut(sniffed, "/")
	return n > 0 && (sniffed == "application/octet-stream" || class == "audio" || class == "video" || class == "image")
}

// identity tells files apart without their names, which may come to name others.
type identity struct {
	device, file   uint64
	size, modified int64
}

func identityOf(file *os.File) (identity, bool) {
	stat, err := file.Stat()
	if err != nil {
		return identity{}, false
	}
	sys, ok := stat.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}, false
	}
	return identity{sys.Dev, sys.Ino, stat.Size(), stat.ModTime().UnixNano()}, true
}

// told is what ffprobe says of a file, asked once. It is false where ffprobe is
// not installed, does not know the file, or is not sure.
func (s *Sandbox) told(ctx context.Context, path string, file *os.File) (Info, bool) {
	id, lasting := identityOf(file)
	s.mu.Lock()
	info, known := s.known[id]
	s.mu.Unlock()
	if known && lasting {
		return info, info.Type != ""
	}
	info, err := s.ask(ctx, path)
	var refused *Refused
	if err != nil && (!errors.As(err, &refused) || refused.Reason == NoTool || refused.Reason == NoSandbox) {
		return Info{}, false // which says nothing about the file
	}
	if lasting {
		s.remember(id, info)
	}
	return info, info.Type != ""
}

func (s *Sandbox) remember(id identity, info Info) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil || len(s.known) >= maxKnown {
		s.known = map[identity]Info{}
	}
	s.known[id] = info
}

// ask starts ffprobe.
func (s *Sandbox) ask(ctx context.Context, path string) (Info, error) {
	args := []string{"ffprobe", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file", "-format_whitelist", allowed, "-of", "json",
		"-show_entries", "format=format_name,duration,probe_score:stream=codec_type,codec_name,width,height,sample_aspect_ratio,nb_frames:stream_disposition=attached_pic",
		"file:" + handedInput}
	run, err := s.startProgram(ctx, path, confine.Plan{Program: "ffprobe", Args: args}, extras{})
	if err != nil {
		return Info{}, err
	}
	out, err := io.ReadAll(io.LimitReader(run.out, maxTold))
	if err != nil || len(out) == maxTold {
		run.abandon()
		return Info{}, err
	}
	if err := run.finish(); err != nil {
		return Info{}, err
	}
	return readTold(out), nil
}

// streams is what ffprobe prints.
type streams struct {
	Format struct {
		Name     string `json:"format_name"`
		Duration string `json:"duration"`
		Score    int    `json:"probe_score"`
	} `json:"format"`
	Streams []stream `json:"streams"`
}

type stream struct {
	Type        string `json:"codec_type"`
	Codec       string `json:"codec_name"`
	Width       int    `json:"width"`
	Height      int    `json:"height"`
	Aspect      string `json:"sample_aspect_ratio"`
	Frames      string `json:"nb_frames"`
	Disposition struct {
		Cover int `json:"attached_pic"`
	} `json:"disposition"`
}

// readTold makes sense of what ffprobe printed; without a type where there is none.
func readTold(out []byte) Info {
	var said streams
	if json.Unmarshal(out, &said) != nil {
		return Info{}
	}
	info := Info{Orientation: 1}
	for _, st := range said.Streams {
		switch known := st.Codec != "" && st.Codec != "unknown"; {
		case st.Type == "audio" && known:
			info.Sound = true
		case st.Type == "video" && known && st.Disposition.Cover == 0 && info.Width == 0:
			info.Width, info.Height = st.shown()
			info.Frames, _ = strconv.Atoi(st.Frames) // "N/A" is none
		}
	}
	info.LengthS, _ = strconv.ParseFloat(said.Format.Duration, 64) // likewise
	info.settle()
	if moves := info.Width > 0; (moves || info.Sound) && (said.Format.Score >= surely || certain[said.Format.Name]) {
		info.Type = typeOf(said.Format.Name, moves)
	}
	if info.Kind() == atleast.Photo {
		info.LengthS, info.Frames = 0, 1
	}
	return info
}

// certain are demuxers that never say more than half of surely, and are known
// here by a beginning that nothing else has.
var certain = map[string]bool{"mpeg": true, "jpeg_pipe": true}

// shown is the size at which a picture is to be looked at: old film has pixels
// that are not square.
func (s stream) shown() (width, height int) {
	if s.Width <= 0 || s.Height <= 0 || s.Width > 1<<16 || s.Height > 1<<16 {
		return 0, 0
	}
	across, down, _ := strings.Cut(s.Aspect, ":")
	x, _ := strconv.ParseFloat(across, 64) // "N/A" is square
	y, _ := strconv.ParseFloat(down, 64)
	if x <= 0 || y <= 0 || x/y > 4 || y/x > 4 {
		return s.Width, s.Height
	}
	return max(1, int(float64(s.Width)*x/y+0.5)), s.Height
}
