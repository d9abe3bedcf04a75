package index

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// hugePage is the size of a large page of memory.
const hugePage = 2 << 20

// allocate returns zeroed memory, in large pages where the kernel has them: a
// search jumps about in all of it, and finding small pages would take most of its time.
func allocate(n int) []byte {
	memory := make([]byte, n)
	if n < 2*hugePage {
		return memory
	}
	start := int(-uintptr(unsafe.Pointer(&memory[0])) % hugePage)
	whole := (n - start) / hugePage * hugePage
	// Only a hint: without it the search is slower and no less right.
	_ = unix.Madvise(memory[start:start+whole], unix.MADV_HUGEPAGE)
	return memory
}
