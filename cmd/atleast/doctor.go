package main

import (
	"context"
	"fmt"
	"runtime"

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
		installed("ffmpeg", found.FFmpeg, "matching and thumbnails of films, matching of sound"),
		installed("ffprobe", found.FFprobe, "lengths and tracks of films"),
	}
	if found.Confined != "" {
		list[0].state = absent
		list[0].missing = "The sandbox does not stand (" + found.Confined + "), so no picture or film is opened: atleast needs Linux 5.13 or newer with landlock among its security modules."
	}
	return list
}

// installed is a program of Debian's package ffmpeg.
func installed(name, version, gives string) tool {
	if version != "" {
		return tool{name: name, state: version, gives: gives}
	}
	return tool{name: name, state: absent, gives: gives, missing: "Without " + name + " there is no " + gives + ": sudo apt-get install ffmpeg"}
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
