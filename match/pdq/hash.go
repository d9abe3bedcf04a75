// Package pdq computes PDQ fingerprints of pictures: 256 bits that change
// little when a picture is re-encoded or resized, bit-compatible with the
// published algorithm.
package pdq

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
)

// Bits is the length of a Hash in bits.
const Bits = 256

// Hash is a PDQ fingerprint. Bit 16*i+j says whether the picture's frequency i
// down and j across is stronger than the median one; the first byte holds the
// highest sixteen bits' upper half, as the hexadecimal form prints it. Hashes
// are comparable.
type Hash [32]byte

// Parse reads the 64 hexadecimal digits that String prints.
func Parse(s string) (Hash, error) {
	var h Hash
	if len(s) != 2*len(h) {
		return h, fmt.Errorf("pdq %q: want %d hexadecimal digits, have %d characters", s, 2*len(h), len(s))
	}
	if _, err := hex.Decode(h[:], []byte(s)); err != nil {
		return Hash{}, fmt.Errorf("pdq %q: %w", s, err)
	}
	return h, nil
}

// String returns the 64 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Distance returns the number of bits in which h and other differ, 0 to 256.
// Unrelated pictures lie near 128; the algorithm's authors call 31 and less a match.
func (h Hash) Distance(other Hash) int {
	n := 0
	for i := 0; i < len(h); i += 8 {
		n += bits.OnesCount64(binary.LittleEndian.Uint64(h[i:]) ^ binary.LittleEndian.Uint64(other[i:]))
	}
	return n
}

// setBit sets bit k, counted from the lowest.
func (h *Hash) setBit(k int) { h[31-k/8] |= 1 << (k % 8) }
