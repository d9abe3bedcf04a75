//go:build !unix

package index

import "os"

// mapFile reads the file where mapping is not known.
func mapFile(path string) (memory []byte, unmap func() error, err error) {
	memory, err = os.ReadFile(path)
	return memory, func() error { return nil }, err
}
