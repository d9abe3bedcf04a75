package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

var update = flag.Bool("update", false, "write doc/formats/media.md anew")

// tableFile is where people look up what is read.
const tableFile = "../doc/formats/media.md"

// sample is a format and how a file of it comes about: by a program, whose
// arguments end with the file, or from the bytes of a still picture.
type sample struct {
	format string
	ending string // of the file to make
	make   string // of ffmpeg: arguments after the inputs; of another program: its whole line, with IN and OUT
	from   func(still []byte) []byte
}

const (
	rolling = "-f lavfi -i testsrc2=size=160x120:rate=25:duration=1 "
	humming = "-f lavfi -i sine=frequency=440:duration=1 "
)

var samples = []sample{
	{"MP4 (H.264, AAC)", "mp4", "-c:v libx264 -preset ultrafast -c:a aac", nil},
	{"MP4 (HEVC)", "hevc.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none -c:a aac", nil},
	{"MP4 (AV1)", "av1.mp4", "-c:v libaom-av1 -cpu-used 8 -usage realtime -c:a aac", nil},
	{"QuickTime, Live Photo", "mov", "-c:v mjpeg -c:a pcm_s16le", nil},
	{"3GPP", "3gp", "-c:v mpeg4 -c:a aac", nil},
	{"3GPP2", "3g2", "-c:v mpeg4 -c:a aac", nil},
	{"iTunes film", "m4v", "-c:v libx264 -preset ultrafast -an", nil},
	{"Matroska", "mkv", "-c:v libx264 -preset ultrafast -c:a flac", nil},
	{"WebM", "webm", "-c:v libvpx -deadline realtime -c:a libopus", nil},
	{"AVI", "avi", "-c:v mpeg4 -c:a mp3", nil},
	{"MPEG transport stream", "ts", "-c:v libx264 -preset ultrafast -c:a aac", nil},
	{"AVCHD, Blu-ray", "m2ts", "-c:v libx264 -preset ultrafast -c:a ac3", nil},
	{"MPEG program stream", "mpg", "-c:v mpeg1video -c:a mp2", nil},
	{"DVD", "vob", "-c:v mpeg2video -c:a ac3", nil},
	{"MPEG-2 without container", "m2v", "-c:v mpeg2video -an", nil},
	{"H.264 without container", "h264", "-c:v libx264 -preset ultrafast -an", nil},
	{"HEVC without container", "hevc", "-c:v libx265 -preset ultrafast -x265-params log-level=none -an", nil},
	{"Flash video", "flv", "-c:v flv -ar 44100 -c:a mp3", nil},
	{"Flash film", "swf", "-c:v flv -ar 44100 -c:a mp3", nil},
	{"Windows Media film", "wmv", "-c:v wmv2 -c:a wmav2", nil},
	{"Ogg film (Theora)", "ogv", "-c:v libtheora -c:a libvorbis", nil},
	{"MXF", "mxf", "-c:v mpeg2video -ar 48000 -c:a pcm_s16le", nil},
	{"GXF", "gxf", "-s 720x576 -c:v mpeg2video -ar 48000 -c:a pcm_s16le", nil},
	{"DV", "dv", "-s 720x576 -pix_fmt yuv420p -c:v dvvideo -ar 48000 -ac 2 -c:a pcm_s16le", nil},
	{"RealMedia", "rm", "-c:v rv20 -c:a ac3", nil},
	{"Windows TV recording", "wtv", "-c:v mpeg2video -c:a mp2", nil},
	{"NUT", "nut", "-c:v mpeg4 -c:a mp3", nil},
	{"IVF", "ivf", "-c:v libvpx -deadline realtime -an", nil},
	{"YUV4MPEG", "y4m", "-an", nil},
	{"MP3", "mp3", "-vn", nil},
	{"MPEG layer 2", "mp2", "-vn -c:a mp2", nil},
	{"AAC (ADTS)", "aac", "-vn", nil},
	{"AAC (LATM)", "latm", "-vn -c:a aac", nil},
	{"M4A", "m4a", "-vn -c:a aac", nil},
	{"Ogg Vorbis", "ogg", "-vn -c:a libvorbis", nil},
	{"Ogg Opus, voice messages", "opus", "-vn -c:a libopus", nil},
	{"Ogg Speex", "spx", "-vn -c:a libspeex -ar 16000 -f ogg", nil},
	{"FLAC", "flac", "-vn", nil},
	{"WAV", "wav", "-vn", nil},
	{"RF64", "rf64", "-vn -rf64 always -f wav", nil},
	{"Wave64", "w64", "-vn", nil},
	{"Windows Media sound", "wma", "-vn -c:a wmav2", nil},
	{"AIFF", "aiff", "-vn", nil},
	{"AMR, phone recordings", "amr", "", func([]byte) []byte { return amr() }},
	{"AC-3", "ac3", "-vn", nil},
	{"E-AC-3", "eac3", "-vn", nil},
	{"DTS", "dts", "-vn -strict -2 -c:a dca -ar 48000", nil},
	{"Sun sound", "au", "-vn", nil},
	{"Core Audio", "caf", "-vn", nil},
	{"WavPack", "wv", "-vn", nil},
	{"True Audio", "tta", "-vn", nil},
	{"Creative voice", "voc", "-vn -c:a pcm_u8", nil},
	{"Matroska sound", "mka", "-vn -c:a libvorbis", nil},

	{"JPEG, MPO and JPS (the first picture)", "jpg", "", func(still []byte) []byte { return still }},
	{"PNG", "png", "ffmpeg -v error -i IN OUT", nil},
	{"APNG (the first picture)", "apng", "ffmpeg -v error -i IN -plays 0 OUT", nil},
	{"GIF (the first picture)", "gif", "ffmpeg -v error -i IN OUT", nil},
	{"WebP", "webp", "ffmpeg -v error -i IN OUT", nil},
	{"WebP that moves (the first picture)", "moving.webp", "ffmpeg -v error " + rolling + "-r 5 OUT", nil},
	{"TIFF", "tiff", "ffmpeg -v error -i IN OUT", nil},
	{"BMP", "bmp", "ffmpeg -v error -i IN OUT", nil},
	{"HEIC", "heic", "heif-enc -q 50 IN -o OUT", nil},
	{"AVIF", "avif", "avifenc -s 10 IN OUT", nil},
	{"JPEG XL", "jxl", "ffmpeg -v error -i IN -c:v libjxl OUT", nil},
	{"JPEG XL made of a JPEG", "again.jxl", "cjxl --quiet IN OUT", nil},
	{"JPEG 2000", "jp2", "ffmpeg -v error -i IN -c:v jpeg2000 -format jp2 -f image2 OUT", nil},
	{"JPEG 2000 without container", "j2k", "ffmpeg -v error -i IN -c:v jpeg2000 -format j2k -f image2 OUT", nil},
	{"Icon (the first picture)", "ico", "ffmpeg -v error -i IN -vf scale=64:64 OUT", nil},
	{"Photoshop", "psd", "", photoshop},
	{"QOI", "qoi", "ffmpeg -v error -i IN OUT", nil},
	{"Portable pixmap", "ppm", "ffmpeg -v error -i IN OUT", nil},
	{"PCX", "pcx", "ffmpeg -v error -i IN OUT", nil},
	{"Silicon Graphics picture", "sgi", "ffmpeg -v error -i IN OUT", nil},
	{"Sun raster", "ras", "ffmpeg -v error -i IN OUT", nil},
	{"DPX", "dpx", "ffmpeg -v error -i IN OUT", nil},
	{"OpenEXR", "exr", "ffmpeg -v error -i IN OUT", nil},
	{"Adobe DNG (the camera's JPEG)", "dng", "", func(still []byte) []byte { return rawTIFF(still, "II*\x00", tagDNGVersion) }},
	{"Canon CR2 (the camera's JPEG)", "cr2", "", canonRaw},
	{"Canon CR3 (the camera's JPEG)", "cr3", "", func(still []byte) []byte {
		return bytes.Join([][]byte{boxed("ftyp", []byte("crx \x00\x00\x00\x01crx isom")), boxed("uuid", make([]byte, 16), still), boxed("mdat", make([]byte, 999))}, nil)
	}},
	{"Nikon NEF, Sony ARW (the camera's JPEG)", "nef", "", func(still []byte) []byte { return rawTIFF(still, "MM\x00*", tagSubIFDs) }},
	{"Olympus ORF (the camera's JPEG)", "orf", "", func(still []byte) []byte { return rawTIFF(still, "IIRO", tagMake) }},
	{"Panasonic RW2 (the camera's JPEG)", "rw2", "", func(still []byte) []byte { return rawTIFF(still, "IIU\x00", tagMake) }},
	{"Fujifilm RAF (the camera's JPEG)", "raf", "", func(still []byte) []byte {
		return append(append([]byte("FUJIFILMCCD-RAW 0201FF383501"), make([]byte, 120)...), still...)
	}},

	{"JPEG, arithmetic-coded", "arithmetic.jpg", "", func(still []byte) []byte {
		return bytes.Replace(still, []byte{0xff, 0xc0}, []byte{0xff, 0xc9}, 1)
	}},
	{"Targa", "tga", "ffmpeg -v error -i IN OUT", nil},
	{"Scalable vector graphics", "svg", "", text(`<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>`)},
	{"Playlist (HLS)", "m3u8", "", text("#EXTM3U\n#EXTINF:1,\nother.ts\n")},
	{"List of files (concat)", "ffconcat", "", text("ffconcat version 1.0\nfile other.mp4\n")},
	{"Samples without header", "pcm", "-vn -f s16le", nil},
}

func text(s string) func([]byte) []byte { return func([]byte) []byte { return []byte(s) } }

// amr is a second of near silence as phones record it.
func amr() []byte {
	frame := append([]byte{0x3c}, make([]byte, 31)...)
	return append([]byte("#!AMR\n"), bytes.Repeat(frame, 50)...)
}

// rawTIFF is a directory as cameras write it, held upright, with a large JPEG behind it.
func rawTIFF(still []byte, magic string, tag uint16) []byte {
	var order binary.AppendByteOrder = binary.LittleEndian
	if magic[0] == 'M' {
		order = binary.BigEndian
	}
	out := order.AppendUint32([]byte(magic), 8)
	tags := [][2]uint32{{tagSubfile, 1}, {tagWidth, 160}, {tagHeight, 120}, {tagMake, 0}, {uint32(tag), 1}}
	out = order.AppendUint16(out, uint16(len(tags)))
	for _, t := range tags {
		out = order.AppendUint32(order.AppendUint16(order.AppendUint16(out, uint16(t[0])), 4), 1)
		out = order.AppendUint32(out, t[1])
	}
	lossless := bytes.Replace(still, []byte{0xff, 0xc0}, []byte{0xff, 0xc3}, 1) // what the sensor saw
	return slices.Concat(out, make([]byte, 64), lossless, still)
}

func canonRaw(still []byte) []byte {
	out := rawTIFF(still, "II*\x00", tagMake)
	binary.LittleEndian.PutUint32(out[4:], 16)
	return slices.Concat(out[:8], []byte("CR\x02\x00\x00\x00\x00\x00"), out[8:])
}

// photoshop is a picture of one grey, uncompressed.
func photoshop([]byte) []byte {
	out := []byte("8BPS\x00\x01\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x78\x00\x00\x00\xa0\x00\x08\x00\x03")
	out = append(out, make([]byte, 12)...) // no palette, resources or layers
	return append(append(out, 0, 0), bytes.Repeat([]byte{0x80}, 160*120*3)...)
}

// file makes the sample, or says which program is missing.
func (c sample) file(t *testing.T, dir string, still []byte) string {
	t.Helper()
	in, out := filepath.Join(dir, "in.jpg"), filepath.Join(dir, "sample."+c.ending)
	if c.from != nil {
		if err := os.WriteFile(out, c.from(still), 0o600); err != nil {
			t.Fatal(err)
		}
		return out
	}
	line := c.make
	if strings.HasPrefix(line, "-") {
		line = "ffmpeg -v error " + rolling + humming + line + " OUT"
	}
	words := strings.Fields(line)
	for i, word := range words {
		words[i] = strings.NewReplacer("IN", in, "OUT", out).Replace(word)
	}
	if said, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		t.Skipf("needs a %s that makes %s: %v: %s", words[0], c.format, err, said)
	}
	return out
}

// outcome opens a file the way its kind is opened and says what came of it.
func outcome(t *testing.T, s *Sandbox, path string) (read, mediaType string) {
	t.Helper()
	info, err := s.Examine(t.Context(), path)
	if err == nil {
		switch info.Kind() {
		case atleast.Photo:
			_, err = s.Decode(t.Context(), path, Want{Max: 64})
			read = "photo"
		case atleast.Video:
			read, err = watched(t, s, path, info)
		case atleast.Audio:
			n := 0
			err = s.Sound(t.Context(), path, 8000, 0, 0, func(piece []int16) { n += len(piece) })
			if read = "sound"; n < 6000 && err == nil {
				t.Errorf("%d samples of a second", n)
			}
		}
	}
	var refused *Refused
	if errors.As(err, &refused) {
		return "no: " + string(refused.Reason), info.Type
	}
	if err != nil {
		t.Fatal(err)
	}
	return read, info.Type
}

func watched(t *testing.T, s *Sandbox, path string, info Info) (string, error) {
	t.Helper()
	frames, samples := 0, 0
	see := func(Frame) error { frames++; return nil }
	hear := func(piece []int16) { samples += len(piece) }
	want := FrameWant{Want: Want{Max: 64, Grey: true}, EveryS: 0.5}
	if info.Sound {
		err := s.Watch(t.Context(), path, want, 8000, see, hear)
		if err == nil && (frames < 1 || samples < 6000) {
			t.Errorf("%d frames, %d samples of a second", frames, samples)
		}
		return "film, sound", err
	}
	for frame, err := range s.Frames(t.Context(), path, want) {
		if err != nil {
			return "", err
		}
		_ = see(frame)
	}
	if frames == 0 {
		t.Error("no frame")
	}
	return "film", nil
}

const tableHead = `# What is read of which format

Whatever its name ends with: the bytes decide. The test that checks this table makes a
file of every format and opens it as the desk does (go test ./media -run TestFormats;
-update writes it anew). *film* is matched by its frames, *sound* by what is heard, a
*photo* by its pixels; *no* comes with the reason that is recorded. Formats that are not
named here are asked of ffprobe: what it knows for sure is read like those that are.

| format | for example | known as | read |
|---|---|---|---|
`

// Every format is read, or called what it is, as the table says.
func TestFormats(t *testing.T) {
	if testing.Short() {
		t.Skip("starts ffmpeg some two hundred times")
	}
	s := sandbox(t)
	needs(t, "ffmpeg")
	dir := t.TempDir()
	var still bytes.Buffer
	if err := jpeg.Encode(&still, quarters(160, 120), nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "in.jpg"), still.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(tableFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	table := tableHead
	for _, c := range samples {
		t.Run(c.ending, func(t *testing.T) {
			read, mediaType := outcome(t, s, c.file(t, dir, still.Bytes()))
			row := fmt.Sprintf("| %s | `.%s` | %s | %s |\n", c.format, c.ending[strings.LastIndexByte(c.ending, '.')+1:], mediaType, read)
			table += row
			if !*update && !strings.Contains(string(written), row) {
				t.Errorf("the table does not have %s", row)
			}
		})
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(tableFile, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !*update && strings.Count(string(written), "\n") != strings.Count(tableHead, "\n")+len(samples) {
		t.Errorf("the table has rows that nothing checks")
	}
}

// The JPEG of a raw file is shown as the camera was held, and what the sensor saw,
// which is coded as JPEG too, is not taken for it.
func TestRawIsShownUpright(t *testing.T) {
	s := sandbox(t)
	var still bytes.Buffer
	if err := jpeg.Encode(&still, quarters(160, 120), nil); err != nil {
		t.Fatal(err)
	}
	file := rawTIFF(still.Bytes(), "MM\x00*", tagSubIFDs)
	at := bytes.Index(file, []byte{tagWidth >> 8, tagWidth & 0xff, 0, 4})
	copy(file[at:], []byte{tagOrientation >> 8, tagOrientation & 0xff, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0})
	got, err := s.Decode(t.Context(), write(t, file), Want{})
	if err != nil || got.Bounds().Size() != image.Pt(120, 160) {
		t.Fatalf("%v, %v", got, err)
	}
	checkFields(t, got, [4]int{2, 0, 3, 1})
	none := bytes.ReplaceAll(file, []byte{0xff, 0xd8}, []byte{0, 0})
	if _, err := s.Decode(t.Context(), write(t, none), Want{}); reasonOf(err) != Unsupported {
		t.Errorf("a raw file without a JPEG: %v", err)
	}
}

// Whoever has no ffprobe is told what the header says.
func TestExamineWithoutFFprobe(t *testing.T) {
	s := sandbox(t)
	t.Setenv("PATH", t.TempDir())
	for _, c := range []struct {
		file []byte
		want string
	}{{amr(), "audio/amr"}, {photoshop(nil), "image/vnd.adobe.photoshop"}, {[]byte("\xff\x0ajxl"), "image/jxl"}} {
		info, err := s.Examine(t.Context(), write(t, c.file))
		if err != nil || info.Type != c.want {
			t.Errorf("%+v, %v; want %s", info, err, c.want)
		}
	}
	if _, err := s.Decode(t.Context(), write(t, []byte("\xff\x0ajxl")), Want{}); reasonOf(err) != Unsupported {
		t.Errorf("JPEG XL without ffmpeg: %v", err)
	}
}

func FuzzReadTold(f *testing.F) {
	f.Add([]byte(`{"streams":[{"codec_name":"h264","codec_type":"video","width":320,"height":240,"sample_aspect_ratio":"16:15"}],"format":{"format_name":"mpegts","duration":"2.1","probe_score":50}}`))
	f.Fuzz(func(t *testing.T, out []byte) {
		info := readTold(out)
		if info.Width < 0 || info.Height < 0 || info.Pixels() > 4<<32 || !(info.LengthS >= 0) || info.Frames < 0 {
			t.Fatalf("nonsense: %+v", info)
		}
	})
}

// Words about a file that a film would say, and noise, are no film.
func TestExamineKnowsNoMedium(t *testing.T) {
	s := sandbox(t)
	noise := make([]byte, 200<<10)
	for i, x := 0, uint32(7); i < len(noise); i++ {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	for name, file := range map[string][]byte{
		"noise":  noise,
		"text":   []byte("Ukraine says it captured 102 soldiers"),
		"zip":    append([]byte("PK\x03\x04"), noise[:4096]...),
		"sqlite": append([]byte("SQLite format 3\x00"), noise[:4096]...),
	} {
		if info, err := s.Examine(t.Context(), write(t, file)); reasonOf(err) != Unknown {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
	}
}
