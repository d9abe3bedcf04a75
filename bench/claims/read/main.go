// Command read prints the claims of reports as JSON lines, as `atleast read --json` does.
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
	if err := run(os.Args[1:]); err != nil {
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
