package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// How an archive that is compressed begins.
var (
	gzipMagic       = []byte{0x1f, 0x8b}
	zstdMagic       = []byte{0x28, 0xb5, 0x2f, 0xfd}
	dictionaryMagic = []byte{0x5d, 0x2a, 0x4d, 0x18} // the frame with the dictionary of all frames after it
)

const (
	maxDictionary = 16 << 20 // bytes
	maxWindow     = 32 << 20 // bytes that a frame may refer back to
)

// unpack undoes the compression of an archive, if there is any. done releases
// what that takes.
func unpack(in *bufio.Reader, spent *allowance) (unpacked io.Reader, done func(), err error) {
	start, _ := in.Peek(len(zstdMagic)) // a shorter one begins like none of them
	switch {
	case bytes.HasPrefix(start, gzipMagic):
		r, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: its gzip is damaged (%w)", ErrRefused, err)
		}
		return r, func() {}, nil
	case bytes.Equal(start, dictionaryMagic):
		dictionary, err := readDictionary(in, spent)
		if err != nil {
			return nil, nil, err
		}
		return unpackZstd(in, zstd.WithDecoderDicts(dictionary))
	case bytes.Equal(start, zstdMagic):
		return unpackZstd(in)
	}
	return in, func() {}, nil
}

func unpackZstd(in io.Reader, options ...zstd.DOption) (io.Reader, func(), error) {
	r, err := newZstd(in, options...)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: its Zstandard is damaged (%w)", ErrRefused, err)
	}
	return r, r.Close, nil
}

// newZstd decodes in the caller's goroutine, within the memory of a window.
func newZstd(in io.Reader, options ...zstd.DOption) (*zstd.Decoder, error) {
	return zstd.NewReader(in, append(options, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))...)
}

// readDictionary takes the frame with the dictionary from the start of an
// archive. The dictionary may be compressed itself.
func readDictionary(in *bufio.Reader, spent *allowance) ([]byte, error) {
	var head struct{ Magic, Size uint32 }
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return nil, fmt.Errorf("%w: its dictionary is cut short (%w)", ErrRefused, err)
	}
	if head.Size > maxDictionary {
		return nil, fmt.Errorf("%w: its dictionary has %d bytes, and at most %d are read", ErrRefused, head.Size, maxDictionary)
	}
	dictionary, err := io.ReadAll(io.LimitReader(in, int64(head.Size)))
	if err != nil || len(dictionary) < int(head.Size) {
		return nil, fmt.Errorf("%w: its dictionary is cut short", ErrRefused)
	}
	if !bytes.HasPrefix(dictionary, zstdMagic) {
		return dictionary, nil
	}
	packed, done, err := unpackZstd(bytes.NewReader(dictionary))
	if err != nil {
		return nil, err
	}
	defer done()
	dictionary, err = io.ReadAll(io.LimitReader(&metered{packed, spent}, maxDictionary))
	if err != nil {
		return nil, fmt.Errorf("%w: its dictionary is damaged (%w)", ErrRefused, err)
	}
	return dictionary, nil
}
