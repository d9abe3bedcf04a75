package media

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast/media/confine"
)

// soundPiece is how many bytes of sound are handed on at once.
const soundPiece = 64 << 10

// Sound reads the first sound track, mixed to one channel at rate samples a
// second, with ffmpeg in a child, and hands it to hear piece by piece; hear may
// not keep a piece. Where forS is not 0, only the stretch that begins at fromS
// and lasts so many seconds is read. A film without sound gives none and no error. Errors are as
// with Do; what was heard before one is what there is.
func (s *Sandbox) Sound(ctx context.Context, path string, rate int, fromS, forS float64, hear func([]int16)) error {
	args := append(input(append(stretch(fromS, forS), "-vn")...), soundArgs(rate, "pipe:1")...)
	run, err := s.startProgram(ctx, path, confine.Plan{Program: "ffmpeg", Args: args}, extras{})
	if err != nil {
		return fmt.Errorf("sound of %s: %w", path, err)
	}
	if err := listen(run.out, hear); err != nil {
		run.abandon()
		return fmt.Errorf("sound of %s: %w", path, err)
	}
	err = run.finish()
	if err != nil && strings.Contains(run.said.String(), "does not contain any stream") {
		return nil
	}
	if err != nil {
		return fmt.Errorf("sound of %s: %w", path, err)
	}
	return nil
}

// soundArgs are ffmpeg's arguments for an output of sound. Where the sound begins
// later than the pictures or has a hole there is silence, so that a sample's
// place says its time.
func soundArgs(rate int, to string) []string {
	hz := strconv.Itoa(rate)
	return []string{"-vn", "-sn", "-dn", "-map", "0:a:0?", "-filter_threads", "1", "-af", "aresample=" + hz + ":async=1:first_pts=0",
		"-ac", "1", "-ar", hz, "-f", "s16le", to}
}

// stretch are ffmpeg's arguments for a part of its input.
func stretch(fromS, forS float64) []string {
	if forS <= 0 {
		return nil
	}
	return []string{"-ss", strconv.FormatFloat(fromS, 'f', 3, 64), "-t", strconv.FormatFloat(forS, 'f', 3, 64)}
}

// listen hands on all the samples there are.
func listen(from io.Reader, hear func([]int16)) error {
	raw, samples := make([]byte, soundPiece), make([]int16, soundPiece/2)
	for {
		n, err := io.ReadFull(from, raw)
		for i := range n / 2 {
			samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
		}
		if n > 1 {
			hear(samples[:n/2])
		}
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case err != nil:
			return err
		}
	}
}
