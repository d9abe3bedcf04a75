package media

import "encoding/binary"

// codec is a way in which the tiles of a HEIF file are coded.
type codec struct {
	form  string // what ffmpeg calls a stream of them
	begin []byte // how the stream begins
	frame func(parameters, item []byte, n int) ([]byte, error)
}

var codecs = map[string]codec{
	"hvc1": {"hevc", nil, hevcFrame},
	"av01": {"ivf", ivfBegin, ivfFrame},
}

// parameters returns the property that says how an item is coded.
func (f *bmff) parameters(item uint32) ([]byte, error) {
	for p := range f.propertiesOf(item) {
		if p.name != "hvcC" && p.name != "av1C" {
			continue
		}
		if p.upTo-p.at > 1<<16 {
			return nil, errBudget
		}
		b, err := f.at(p.at, int(p.upTo-p.at))
		return append([]byte(nil), b...), err
	}
	return nil, refuse(Damaged, "item %d does not say how it is coded", item)
}

// stream copies the items, one a frame, into the plainest form that ffmpeg reads.
func (f *bmff) stream(kind string, items []uint32) ([]byte, error) {
	c, ok := codecs[kind]
	if !ok {
		return nil, refuse(Unsupported, "a picture coded as %q, where HEVC, AV1 and grids of them are read", kind)
	}
	parameters, err := f.parameters(items[0])
	if err != nil {
		return nil, err
	}
	out := append([]byte(nil), c.begin...)
	for n, item := range items {
		content, err := f.content(item, maxCoded-int64(len(out)))
		if err != nil {
			return nil, err
		}
		frame, err := c.frame(parameters, content, n)
		if err != nil {
			return nil, err
		}
		if len(out)+len(frame) > maxCoded { // parameters and start codes come on top
			return nil, refuse(TooLarge, "its tiles take more than %d bytes", maxCoded)
		}
		out = append(out, frame...)
	}
	return out, nil
}

// ivfBegin begins a stream in IVF, of AV1 at one frame a second. The size in it
// counts for nothing.
var ivfBegin = []byte("DKIF\x00\x00\x20\x00AV01\x10\x00\x10\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")

// ivfFrame puts the length and the number before a frame.
func ivfFrame(_, item []byte, n int) ([]byte, error) {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(item)))
	out = binary.LittleEndian.AppendUint64(out, uint64(n))
	return append(out, item...), nil
}

// startCode goes before every unit of a HEVC stream.
var startCode = []byte{0, 0, 0, 1}

// hevcFrame writes the parameters and the units of an item as a stream has
// them: each behind a start code, where the file has its length instead.
func hevcFrame(parameters, item []byte, _ int) ([]byte, error) {
	if len(parameters) < 23 {
		return nil, refuse(Damaged, "its HEVC parameters are cut short")
	}
	lengthSize := int(parameters[21]&3) + 1
	var out []byte
	rest := parameters[23:]
	for range parameters[22] {
		if len(rest) < 3 {
			return nil, refuse(Damaged, "its HEVC parameters are cut short")
		}
		count := binary.BigEndian.Uint16(rest[1:])
		rest = rest[3:]
		for range count {
			unit, after, err := unit(rest, 2)
			if err != nil {
				return nil, err
			}
			out, rest = append(append(out, startCode...), unit...), after
		}
	}
	for len(item) > 0 {
		unit, after, err := unit(item, lengthSize)
		if err != nil {
			return nil, err
		}
		out, item = append(append(out, startCode...), unit...), after
	}
	return out, nil
}

// unit splits off what begins with its length in so many bytes.
func unit(b []byte, lengthSize int) (first, rest []byte, err error) {
	length := 0
	for i := range min(lengthSize, len(b)) {
		length = length<<8 | int(b[i])
	}
	if len(b) < lengthSize || length > len(b)-lengthSize {
		return nil, nil, refuse(Damaged, "a unit of its HEVC data is cut short")
	}
	return b[lengthSize:][:length], b[lengthSize+length:], nil
}
