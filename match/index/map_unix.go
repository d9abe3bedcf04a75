//go:build unix

package index

import (
	"os"
	"syscall"
)

// mapFile maps a whole file for reading.
func mapFile(path string) (memory []byte, unmap func() error, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	stat, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	if stat.Size() == 0 {
		return nil, func() error { return nil }, nil
	}
	memory, err = syscall.Mmap(int(file.Fd()), 0, int(stat.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, nil, &os.PathError{Op: "map", Path: path, Err: err}
	}
	return memory, func() error { return syscall.Munmap(memory) }, nil
}
