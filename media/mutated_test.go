package media

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mutated changes, repeats, cuts out or cuts off bytes of the file.
func mutated(r *rand.Rand, file []byte) []byte {
	out := append([]byte(nil), file...)
	for range 1 + r.IntN(8) {
		at := r.IntN(len(out))
		switch r.IntN(5) {
		case 0:
			out[at] ^= 1 << r.IntN(8)
		case 1:
			out[at] = [4]byte{0, 0x7f, 0x80, 0xff}[r.IntN(4)]
		case 2:
			out = append(out[:at], out[at+r.IntN(len(out)-at):]...)
		case 3:
			out = append(out[:at:at], append(append([]byte(nil), file[r.IntN(len(file)):]...), out[at:]...)...)
		case 4:
			for i := at; i < min(at+16, len(out)); i++ {
				out[i] = byte(r.Uint32())
			}
		}
		if len(out) == 0 {
			return []byte{0}
		}
	}
	return out
}

// Whatever a file holds, the answer is a picture or a reason.
func TestMutatedFilesHaveAnAnswer(t *testing.T) {
	s := sandbox(t)
	r := rand.New(rand.NewPCG(20, 8))
	files := encoded(t, quarters(96, 64))
	for _, c := range made {
		files[c.want.Type+" header"] = c.file
	}
	path := filepath.Join(t.TempDir(), "mutated")
	reasons := map[Reason]int{}
	for kind, file := range files {
		if _, ours := decoders[strings.TrimSuffix(kind, " header")]; !ours {
			continue // ffmpeg would be started for each
		}
		for range 60 {
			if err := os.WriteFile(path, mutated(r, file), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := s.Decode(t.Context(), path, Want{Max: 64})
			if err != nil && reasonOf(err) == "" {
				t.Fatalf("%s: no reason: %v", kind, err)
			}
			reasons[reasonOf(err)]++
		}
	}
	if reasons[""] == 0 || reasons[Damaged] == 0 {
		t.Errorf("mutations that change nothing or everything: %v", reasons)
	}
	t.Log(reasons)
}
