package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/media"
)

// doctorCommand says what this machine can do.
func (p *program) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "What this machine can do, and what is missing",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			found := tools(cmd.Context())
			t := table{head: []string{"part", "state", "what it gives"}}
			t.add("atleast", runtime.Version()+" "+runtime.GOOS+"/"+runtime.GOARCH, "reports, photos, counting, proofs, pages")
			for _, tool := range found {
				t.add(tool.name, tool.state, tool.gives)
			}
			if err := t.print(p.out, ""); err != nil {
				return err
			}
			for _, line := range missing(found) {
				fmt.Fprintln(p.out, line)
			}
			return nil
		},
	}
}

// tool is something outside the program that gives it an ability.
type tool struct {
	name, state, gives string
	missing            string // what to do about it; empty where nothing is missing
}

// absent is the state of what is not there.
const absent = "missing"

func tools(ctx context.Context) []tool {
	sandbox := &media.Sandbox{}
	defer sandbox.Close()
	found := sandbox.Tools(ctx)
	list := []tool{
		{name: "sandbox", state: fmt.Sprintf("landlock %d", found.Landlock), gives: "reading files of strangers"},
		{name: "ffmpeg", state: found.FFmpeg, gives: "matching of films, sound, HEIC, AVIF and JPEG XL, thumbnails of films: " + strings.Join(found.Decodes, ", ")},
		{name: "tesseract", gives: "finding pictures and films by the text on them"},
		{name: "ffprobe", state: found.FFprobe, gives: "formats whose header says too little: MPEG-TS, FLV, WMV, Ogg and the like"},
	}
	if reader, ok := media.FindTextReader(ctx, "eng", "ukr", "rus"); ok {
		list[2].state = strings.TrimPrefix(reader.Tool, "tesseract ") + " " + strings.Join(reader.Languages, ", ")
	} else {
		list[2].state = absent
		list[2].missing = "Without tesseract the text on pictures and films is not read: sudo apt-get install tesseract-ocr tesseract-ocr-eng tesseract-ocr-ukr tesseract-ocr-rus"
	}
	if found.Confined != "" {
		list[0].state = absent
		list[0].missing = "The sandbox does not stand (" + found.Confined + "), so no picture or film is opened: atleast needs Linux 5.13 or newer with landlock among its security modules."
	}
	if found.FFmpeg == "" {
		list[1].state = absent
		list[1].missing = "Without ffmpeg films, sound, HEIC and AVIF are matched by equal bytes alone: sudo apt-get install ffmpeg"
	}
	if found.FFprobe == "" {
		list[3].state = absent
		list[3].missing = "Without ffprobe, which is part of ffmpeg, films in MPEG-TS, FLV, WMV, Ogg and the like are matched by equal bytes alone: sudo apt-get install ffmpeg"
	}
	if len(found.Lacks) > 0 {
		list[1].missing = "This ffmpeg does not decode " + strings.Join(found.Lacks, ", ") + ": files so coded are kept and named as unsupported. Debian's own ffmpeg decodes them: sudo apt-get install ffmpeg"
	}
	return list
}

// missing says what is missing and what to do about it, a line each.
func missing(tools []tool) []string {
	var lines []string
	for _, t := range tools {
		if t.missing != "" {
			lines = append(lines, t.missing)
		}
	}
	return lines
}
