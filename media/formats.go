package media

import "bytes"

// format is one file format: how its first bytes look and how its header reads.
type format struct {
	name  string
	match func(start []byte) bool
	read  func(*window, *Info) error
}

// formats are tried in order; the vaguer a match, the later it stands. What has no
// reader here is known by its beginning, and ffprobe says the rest of it (Examine).
var formats = []format{
	{"image/jpeg", prefix("\xff\xd8\xff"), readJPEG},
	{"image/png", prefix("\x89PNG\r\n\x1a\n"), readPNG},
	{"image/gif", either(prefix("GIF87a"), prefix("GIF89a")), readGIF},
	{"image/webp", riff("WEBP"), readWebP},
	{"audio/wav", riff("WAVE"), readWAV},
	{"video/x-msvideo", riff("AVI "), readAVI},
	{"image/x-canon-cr2", both(either(prefix("II*\x00"), prefix("MM\x00*")), at(8, "CR\x02")), readRawTIFF},
	{"image/tiff", either(prefix("II*\x00"), prefix("MM\x00*")), readTIFF},
	{"image/x-olympus-orf", either(prefix("IIRO"), prefix("IIRS")), readRawTIFF},
	{"image/x-panasonic-rw2", prefix("IIU\x00"), readRawTIFF},
	{"image/x-fuji-raf", prefix("FUJIFILMCCD-RAW "), readRaw},
	{"image/x-sigma-x3f", prefix("FOVb"), readRaw},
	{"video/mp4", at(4, "ftyp"), readBMFF},
	{"video/quicktime", either(at(4, "moov"), at(4, "wide"), at(4, "mdat"), both(at(4, "free"), at(12, "mdat"))), readBMFF},
	{"video/x-matroska", prefix("\x1a\x45\xdf\xa3"), readMatroska},
	{"image/jxl", either(prefix("\xff\x0a"), at(4, "JXL \r\n")), nil},
	{"image/jp2", either(at(4, "jP  \r\n\x87\n"), prefix("\xff\x4f\xff\x51")), nil},
	{"image/vnd.adobe.photoshop", prefix("8BPS\x00\x01"), readPSD},
	{"image/qoi", prefix("qoif"), nil},
	{"image/x-portable-anymap", either(prefix("P5\n"), prefix("P6\n"), prefix("P5 "), prefix("P6 ")), nil},
	{"image/x-exr", prefix("\x76\x2f\x31\x01"), nil},
	{"image/x-dpx", either(prefix("SDPX"), prefix("XPDS")), nil},
	{"image/x-icon", both(either(prefix("\x00\x00\x01\x00"), prefix("\x00\x00\x02\x00")), at(5, "\x00"), at(9, "\x00")), nil},
	{"audio/flac", prefix("fLaC"), readFLAC},
	{"audio/ogg", prefix("OggS"), nil},
	{"audio/aiff", both(prefix("FORM"), either(at(8, "AIFF"), at(8, "AIFC"))), nil},
	{"audio/wav", either(both(prefix("RF64"), at(8, "WAVE")), prefix("riff\x2e\x91\xcf\x11")), nil},
	{"audio/amr", prefix("#!AMR"), nil},
	{"audio/basic", prefix(".snd"), nil},
	{"audio/x-caf", prefix("caff\x00\x01"), nil},
	{"audio/x-ape", prefix("MAC "), nil},
	{"audio/x-wavpack", prefix("wvpk"), nil},
	{"video/x-flv", prefix("FLV\x01"), nil},
	{"video/x-ms-asf", prefix("\x30\x26\xb2\x75\x8e\x66\xcf\x11"), nil},
	{"video/mxf", prefix("\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02"), nil},
	{"video/vnd.rn-realvideo", prefix(".RMF"), nil},
	{"video/dv", either(prefix("\x1f\x07\x00\x3f"), prefix("\x1f\x07\x00\xbf")), nil},
	{"video/x-yuv4mpeg", prefix("YUV4MPEG2 "), nil},
	{"video/x-ivf", prefix("DKIF\x00\x00"), nil},
	{"video/x-dhav", prefix("DHAV"), nil},
	{"video/mpeg", either(prefix("\x00\x00\x01\xba"), prefix("\x00\x00\x01\xb3")), nil},
	{"video/mp2t", either(both(at(0, "G"), at(188, "G"), at(376, "G")), both(at(4, "G"), at(196, "G"), at(388, "G"))), nil},
	{"audio/aac", adts, nil},
	{"audio/mpeg", either(prefix("ID3"), mpegAudio), nil},
	{"image/bmp", both(prefix("BM"), at(6, "\x00\x00\x00\x00")), readBMP},
}

func at(off int, want string) func([]byte) bool {
	return func(b []byte) bool { return len(b) >= off && bytes.HasPrefix(b[off:], []byte(want)) }
}

func prefix(want string) func([]byte) bool { return at(0, want) }

func riff(kind string) func([]byte) bool { return both(prefix("RIFF"), at(8, kind)) }

func either(any ...func([]byte) bool) func([]byte) bool {
	return func(b []byte) bool {
		for _, match := range any {
			if match(b) {
				return true
			}
		}
		return false
	}
}

func both(all ...func([]byte) bool) func([]byte) bool {
	return func(b []byte) bool {
		for _, match := range all {
			if !match(b) {
				return false
			}
		}
		return true
	}
}

// mpegAudio knows the frame header of MPEG layers 1 to 3 and of AAC, but for one of layer 1 that text in UTF-16 begins with: nobody records such sound.
func mpegAudio(b []byte) bool {
	return len(b) >= 4 && b[1] != 0xfe && b[0] == 0xff && b[1]&0xe0 == 0xe0 && b[1]&0x18 != 0x08 && b[2]&0xf0 != 0xf0 && b[2]&0x0c != 0x0c
}

// adts knows the frame header of AAC, which has the layer that MPEG sound never has.
func adts(b []byte) bool { return mpegAudio(b) && b[1]&0xf6 == 0xf0 }
