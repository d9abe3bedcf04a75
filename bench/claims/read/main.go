// Command read prints the claims of reports as JSON lines, as `atleast read --json` does;
// with -slots, how many slots of the seed articles it fills and how fast; with -large, what
// a page of ten megabytes takes.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast/claim"
)

func main() {
	work, files := run, os.Args[1:]
	if len(files) > 0 && files[0] == "-slots" {
		work, files = slots, files[1:]
	} else if len(files) > 0 && files[0] == "-large" {
		work = large
	}
	if err := work(files); err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
}

func run(files []string) error {
	out := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		report, err := claim.Extract(filepath.Base(file), raw)
		if err != nil {
			return err
		}
		for _, c := range claim.Read(report) {
			if err := lines.Encode(c); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
