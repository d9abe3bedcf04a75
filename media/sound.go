package media

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast/media/confine"
)

// maxSoundS is how many seconds of sound are read at most.
const maxSoundS = 4 * 3600

// Sound returns the first sound track mixed to one channel at rate samples a
// second, read with ffmpeg in a child. A film without sound returns none and no
// error. Errors are as with Do.
func (s *Sandbox) Sound(ctx context.Context, path string, rate int) ([]int16, error) {
	args := append(input("-vn"), "-vn", "-sn", "-dn", "-map", "0:a:0?", "-ac", "1", "-ar", strconv.Itoa(rate),
		"-t", strconv.Itoa(maxSoundS), "-f", "s16le", "pipe:1")
	run, err := s.startProgram(ctx, path, confine.Plan{Program: "ffmpeg", Args: args}, nil)
	if err != nil {
		return nil, fmt.Errorf("sound of %s: %w", path, err)
	}
	raw, err := io.ReadAll(io.LimitReader(run.out, int64(maxSoundS)*int64(rate)*2))
	if err != nil {
		run.abandon()
		return nil, fmt.Errorf("sound of %s: %w", path, err)
	}
	err = run.finish()
	if err != nil && strings.Contains(run.said.String(), "does not contain any stream") {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("sound of %s: %w", path, err)
	}
	samples := make([]int16, len(raw)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	return samples, nil
}
