package media

import "encoding/binary"

// movieHeader reads mvhd and mehd: how long the movie is.
func (f *bmff) movieHeader(b box) error {
	head, err := f.upTo(b.at, 32)
	if err != nil {
		return err
	}
	if len(head) < 32 {
		return refuse(Damaged, "it ends inside %s", b.name)
	}
	long := head[0] == 1
	switch {
	case b.name == "mehd" && f.scale > 0 && long:
		f.mehd = float64(binary.BigEndian.Uint64(head[4:])) / float64(f.scale)
	case b.name == "mehd" && f.scale > 0:
		f.mehd = float64(binary.BigEndian.Uint32(head[4:])) / float64(f.scale)
	case b.name == "mvhd" && long:
		f.scale = binary.BigEndian.Uint32(head[20:])
		f.mvhd = ticks(binary.BigEndian.Uint64(head[24:]), f.scale)
	case b.name == "mvhd":
		f.scale = binary.BigEndian.Uint32(head[12:])
		f.mvhd = ticks(uint64(binary.BigEndian.Uint32(head[16:])), f.scale)
	}
	return nil
}

// ticks is a count of ticks in seconds; a count of all ones means "not known".
func ticks(n uint64, scale uint32) float64 {
	if scale == 0 || n == 1<<32-1 || n == 1<<64-1 {
		return 0
	}
	return float64(n) / float64(scale)
}

// trackHeader reads the size a track is shown at and how it is turned.
func (f *bmff) trackHeader(b box) error {
	head, err := f.at(b.at, 1)
	if err != nil {
		return err
	}
	matrix := b.at + 40
	if head[0] == 1 {
		matrix += 12
	}
	m, err := f.at(matrix, 44)
	if err != nil {
		return err
	}
	f.track.Orientation = turn(int32(binary.BigEndian.Uint32(m)), int32(binary.BigEndian.Uint32(m[4:])))
	f.track.Width = int(binary.BigEndian.Uint32(m[36:]) >> 16)
	f.track.Height = int(binary.BigEndian.Uint32(m[40:]) >> 16)
	return nil
}

// turn names the rotation by the matrix's first row in EXIF's counting.
func turn(a, b int32) int {
	switch {
	case a == 0 && b > 0:
		return 6 // a quarter turn clockwise to be upright
	case a == 0 && b < 0:
		return 8
	case a < 0 && b == 0:
		return 3
	}
	return 1
}

func (f *bmff) handlerName(b box, in string) error {
	if in != "mdia" { // the handler of metadata says nothing about the track
		return nil
	}
	head, err := f.at(b.at+8, 4)
	if err == nil {
		f.handler = string(head)
	}
	return err
}

func (f *bmff) samples(b box) error {
	count, err := f.be32(b.at + 8)
	f.track.Frames = int(count & 0x7fffffff)
	return err
}

// closeTrack keeps the largest picture track as what the file shows.
func (f *bmff) closeTrack() {
	switch f.handler {
	case "soun":
		f.info.Sound = true
	case "vide":
		if f.track.Pixels() > f.info.Pixels() {
			f.info.Width, f.info.Height = f.track.Width, f.track.Height
			f.info.Orientation, f.info.Frames = f.track.Orientation, f.track.Frames
		}
	}
}
