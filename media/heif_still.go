package media

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"os/exec"
	"regexp"
	"strings"

	"github.com/atleast-desk/atleast/media/confine"
)

// stillHEIF decodes the picture of a HEIF file: one child takes it apart, and
// ffmpeg in another decodes the tiles and puts them together.
func (s *Sandbox) stillHEIF(ctx context.Context, path string, want Want) (image.Image, error) {
	answer, err := s.Do(ctx, tilesTask, path, nil)
	if err != nil {
		return nil, err
	}
	head, stream, err := readCoded(answer)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", path, err)
	}
	picture, err := s.assemble(ctx, head, stream, want)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", path, err)
	}
	return upright(picture, head.Orientation), nil
}

func (s *Sandbox) assemble(ctx context.Context, head coded, stream []byte, want Want) (image.Image, error) {
	size := fit(head.size(), want.Max)
	said := &capped{}
	plan := confine.Plan{Program: "ffmpeg", Args: tileArgs(head, size, want.Grey)}
	run, err := s.start(ctx, plan, func(cmd *exec.Cmd) {
		cmd.Stdin = bytes.NewReader(stream)
		cmd.Stderr = io.MultiWriter(cmd.Stderr, said)
	})
	if err != nil {
		return nil, err
	}
	frame, missing := readFrame(run.out, size, want.Grey)
	if err := run.finish(); err != nil {
		return nil, err
	}
	if missing != nil {
		return nil, refuse(Damaged, "ffmpeg finds no picture in its tiles: %s", run.said)
	}
	return frame.Image, checkTiles(said.String(), head)
}

// tileArgs are ffmpeg's arguments for tiles that come in on its standard input.
// Each tile is shown before it takes its place, for checkTiles to look at.
func tileArgs(head coded, size image.Point, grey bool) []string {
	filters := []string{"showinfo=checksum=0"}
	if n := head.Cols * head.Rows; n > 1 {
		filters = append(filters, fmt.Sprintf("tile=%dx%d:nb_frames=%d", head.Cols, head.Rows, n))
	}
	crop := head.Crop
	scale := fmt.Sprintf("scale=%d:%d:flags=area", size.X, size.Y)
	if head.Range != "" {
		scale += ":in_range=" + head.Range
	}
	format := "rgba"
	if grey {
		format = "gray"
	}
	filters = append(filters, fmt.Sprintf("crop=%d:%d:%d:%d:exact=1", crop.Dx(), crop.Dy(), crop.Min.X, crop.Min.Y), scale, "format="+format)
	return []string{"ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-loglevel", "info", "-protocol_whitelist", "pipe", "-xerror", "-threads", "1",
		"-f", head.Form, "-i", "pipe:0", "-an", "-sn", "-dn", "-map", "0:v:0", "-filter_threads", "1", "-vf", strings.Join(filters, ","),
		"-fps_mode", "passthrough", "-frames:v", "1", "-f", "rawvideo", "pipe:1"}
}

var shownSize = regexp.MustCompile(`showinfo.* s:(\d+x\d+) `)

// checkTiles looks in what ffmpeg said for every tile, each of the size that the
// file claims. With one missing or of another size, the picture is not the one
// that was stored.
func checkTiles(said string, head coded) error {
	want, n := fmt.Sprintf("%dx%d", head.Tile.X, head.Tile.Y), 0
	for _, found := range shownSize.FindAllStringSubmatch(said, -1) {
		if n++; found[1] != want {
			return refuse(Damaged, "a tile of %s pixels where %s are claimed", found[1], want)
		}
	}
	if n != head.Cols*head.Rows {
		return refuse(Damaged, "%d of its %d tiles could be decoded", n, head.Cols*head.Rows)
	}
	return nil
}

// capped keeps the beginning of what is written to it, and never fails.
type capped struct{ bytes.Buffer }

const maxSaid = 4 << 20

func (c *capped) Write(p []byte) (int, error) {
	c.Buffer.Write(p[:min(len(p), maxSaid-c.Len())])
	return len(p), nil
}
