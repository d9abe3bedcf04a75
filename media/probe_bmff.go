package media

import (
	"encoding/binary"
	"strings"
)

// box is one box of an ISO base media file: MP4, MOV, HEIC, AVIF.
type box struct {
	name     string
	at, upTo int64 // its content
}

// maxBoxes bounds the boxes visited in one file, at whatever depth.
const maxBoxes = 4096

// bmff reads the boxes of one file.
type bmff struct {
	*window
	info  *Info
	boxes int

	mvhd, mehd float64 // length in seconds by the movie, and by its fragments
	scale      uint32  // ticks a second of the movie
	handler    string  // of the track being read
	track      Info    // likewise

	primary    uint32 // the item that is the picture
	properties []property
	links      []link
	places     map[string]box // of what says where the items lie; read only to decode them
}

// property is what a box of ipco says: a size, a part, a turn or a mirror.
type property struct {
	box
	width, height int
	aperture      aperture
	turn          int // quarter turns anticlockwise
	mirror        byte
}

// link says that an item has a property, counted from 1.
type link struct {
	item  uint32
	index int
}

func newBMFF(w *window, info *Info) *bmff {
	return &bmff{window: w, info: info, places: map[string]box{}}
}

func readBMFF(w *window, info *Info) error {
	f := newBMFF(w, info)
	err := f.walk(box{at: 0, upTo: w.size}, 0)
	if info.Type == canonCR3 {
		*info = Info{Type: canonCR3}
		return readRaw(w, info)
	}
	f.settlePicture()
	switch {
	case f.mehd > 0:
		info.LengthS = f.mehd
	case f.mvhd > 0:
		info.LengthS = f.mvhd
	}
	if info.Width == 0 && info.Sound && strings.HasPrefix(info.Type, "video/") {
		info.Type = "audio/mp4"
	}
	if info.Width > 0 || info.Sound {
		return nil // damage behind what was wanted leaves it standing
	}
	if err == nil {
		err = refuse(Damaged, "nothing in it says what it shows")
	}
	return err
}

// containers are the boxes worth entering, and how many bytes of their own they
// begin with. The depth of a real file is under ten.
var containers = map[string]int64{"moov": 0, "trak": 0, "mdia": 0, "minf": 0, "stbl": 0, "mvex": 0, "meta": 4, "iprp": 0, "ipco": 0}

const maxDepth = 10

func (f *bmff) walk(in box, depth int) error {
	for off := in.at; off+8 <= in.upTo; {
		if f.boxes++; f.boxes > maxBoxes || depth > maxDepth {
			return errBudget
		}
		b, next, err := f.box(off, in.upTo)
		if err != nil {
			return err
		}
		if err := f.visit(b, in.name, depth); err != nil {
			return err
		}
		off = next
	}
	return nil
}

// box reads the box at off, which may not reach past limit, and says where the next begins.
func (f *bmff) box(off, limit int64) (box, int64, error) {
	head, err := f.at(off, 8)
	if err != nil {
		return box{}, 0, err
	}
	size, name, begin := int64(binary.BigEndian.Uint32(head)), string(head[4:]), off+8
	switch size {
	case 0:
		size = limit - off
	case 1:
		long, err := f.at(begin, 8)
		if err != nil {
			return box{}, 0, err
		}
		size, begin = int64(binary.BigEndian.Uint64(long)), begin+8
	}
	if size < begin-off {
		return box{}, 0, refuse(Damaged, "the box at byte %d is smaller than its own header", off)
	}
	if size > limit-off { // a file cut short is still worth reading
		size = limit - off
	}
	return box{name: name, at: begin, upTo: off + size}, off + size, nil
}

func (f *bmff) visit(b box, in string, depth int) error {
	if in == "ipco" {
		return f.property(b)
	}
	if skip, ok := containers[b.name]; ok {
		b.at += f.prelude(b, skip)
		if b.name == "trak" {
			f.track, f.handler = Info{Orientation: 1}, ""
		}
		err := f.walk(b, depth+1)
		if b.name == "trak" {
			f.closeTrack()
		}
		return err
	}
	switch b.name {
	case "ftyp":
		return f.brand(b)
	case "mvhd", "mehd":
		return f.movieHeader(b)
	case "tkhd":
		return f.trackHeader(b)
	case "hdlr":
		return f.handlerName(b, in)
	case "stsz":
		return f.samples(b)
	case "pitm", "ipma":
		return f.item(b)
	case "iinf", "iloc", "iref", "idat":
		if in == "meta" {
			f.places[b.name] = b
		}
	}
	return nil
}

// prelude: QuickTime writes "meta" without the version that MP4 puts before its children.
func (f *bmff) prelude(b box, skip int64) int64 {
	if b.name != "meta" {
		return skip
	}
	if head, err := f.at(b.at, 8); err == nil && string(head[4:]) == "hdlr" {
		return 0
	}
	return skip
}

// brand settles the media type by the major brand and those it claims to be compatible with.
func (f *bmff) brand(b box) error {
	n := int(min(b.upTo-b.at, 256))
	brands, err := f.at(b.at, n)
	if err != nil {
		return err
	}
	for i := 0; i+4 <= len(brands); i += 4 {
		if i == 4 { // the minor version
			continue
		}
		kind, known := brandTypes[string(brands[i:i+4])]
		if !known || f.info.Type == "image/heif" && !strings.HasPrefix(kind, "image/") {
			continue
		}
		if f.info.Type = kind; kind != "image/heif" { // which does not say how it is coded
			return nil
		}
	}
	return nil
}

// canonCR3 is a raw file whose tracks are what the sensor saw.
const canonCR3 = "image/x-canon-cr3"

var brandTypes = map[string]string{
	"heic": "image/heic", "heix": "image/heic", "heim": "image/heic", "heis": "image/heic", "mif1": "image/heif", "msf1": "image/heif",
	"avif": "image/avif", "avis": "image/avif", "crx ": canonCR3, "qt  ": "video/quicktime", "M4A ": "audio/mp4", "M4B ": "audio/mp4",
	"3gp4": "video/3gpp", "3gp5": "video/3gpp", "3gp6": "video/3gpp", "isom": "video/mp4", "mp41": "video/mp4", "mp42": "video/mp4", "iso5": "video/mp4",
}
