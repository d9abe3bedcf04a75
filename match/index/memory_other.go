//go:build !linux

package index

func allocate(n int) []byte { return make([]byte, n) }
