package media

import "time"

// What a child may use, and what is decoded at all. The limits are the same for
// every file and cannot be set: a file that needs more is refused and said so.
const (
	// MaxCPU is the processor time for one file.
	MaxCPU = 20 * time.Second
	// MaxWall is how long one file may take by the clock, on a busy machine.
	MaxWall = 60 * time.Second
	// MaxMemory is the bytes of memory a child may write to. It is RLIMIT_DATA:
	// the Go runtime reserves far more address space than it uses, so that
	// RLIMIT_AS would refuse it at the start.
	MaxMemory = 512 << 20
	// maxAddresses is RLIMIT_AS for other programs, whose libraries alone take a
	// quarter of it; it bounds shared memory, which RLIMIT_DATA does not count.
	maxAddresses = 2 << 30
	// maxFiles is how many files a child may have open.
	maxFiles = 64
	// MaxPixels is the most one picture may claim to be decoded.
	MaxPixels = 100 << 20
	// maxReply is the most a child may answer with.
	maxReply = 3 * MaxPixels
	// workerFiles is how many files a child of our own decodes before another takes its place.
	workerFiles = 500
)
