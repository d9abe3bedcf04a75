package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// picturesIn returns the pictures a file holds: itself, by the ending of its
// name, or those stored in a collection of resources (.rcc, as Qt's programs have).
func picturesIn(path string) ([][]byte, error) {
	ending := strings.ToLower(filepath.Ext(path))
	if !slices.Contains([]string{".jpg", ".jpeg", ".png", ".webp", ".rcc"}, ending) {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil || ending != ".rcc" {
		return [][]byte{b}, err
	}
	return carved(b), nil
}

// carved finds the pictures stored whole within other bytes. Each is preceded
// by its length, four bytes with the highest first, as resources are.
func carved(b []byte) [][]byte {
	var found [][]byte
	for _, begins := range []string{"RIFF", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n"} {
		for at := 0; ; {
			i := bytes.Index(b[at:], []byte(begins))
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(begins)
			if start < 4 {
				continue
			}
			if n := int64(binary.BigEndian.Uint32(b[start-4:])); n > 64 && n <= int64(len(b)-start) {
				found = append(found, b[start:start+int(n)])
			}
		}
	}
	return found
}
