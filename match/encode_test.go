package match_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/mangle"
)

func TestFingerprintBytes(t *testing.T) {
	for name, picture := range map[string][]byte{
		"scene":    original(1),
		"caption":  edit(t, "caption", 1),
		"one line": mangle.JPEG(mangle.Scene(1, 300, 2), 90),
		"tiny":     mangle.JPEG(mangle.Scene(1, 5, 5), 90),
	} {
		f, err := match.Read(name, picture)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		b, err := f.MarshalBinary()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var back match.Fingerprint
		if err := back.UnmarshalBinary(b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, _ := back.MarshalBinary()
		if !bytes.Equal(b, again) {
			t.Errorf("%s: bytes change when read and written again", name)
		}
		if back.IsZero() != f.IsZero() || back.Published != f.Published {
			t.Errorf("%s: fingerprint changes when read again", name)
		}
		if _, ok := match.Align(f, back); ok != (name == "scene" || name == "caption") {
			t.Errorf("%s: aligned with itself: %v", name, ok)
		}
		for _, bad := range [][]byte{nil, b[:len(b)-1], append(bytes.Clone(b), 0), append([]byte("x"), b[1:]...)} {
			if err := new(match.Fingerprint).UnmarshalBinary(bad); err == nil {
				t.Errorf("%s: %d damaged bytes were read", name, len(bad))
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		b    []byte
		want error
	}{
		"nothing":       {nil, match.ErrNotPicture},
		"text":          {[]byte("plain text, no picture"), match.ErrNotPicture},
		"cut short":     {original(1)[:300], match.ErrDamaged},
		"another codec": {[]byte("\x00\x00\x00\x20ftypavif\x00\x00\x00\x00"), match.ErrUnsupported},
	} {
		if _, err := match.Read(name, test.b); !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", name, err, test.want)
		}
	}
}

func FuzzFingerprint(f *testing.F) {
	p, err := match.Read("seed", mangle.JPEG(mangle.Scene(1, 100, 70), 80))
	if err != nil {
		f.Fatal(err)
	}
	b, _ := p.MarshalBinary()
	f.Add(b)
	f.Add(b[:40])
	f.Fuzz(func(t *testing.T, b []byte) {
		var got match.Fingerprint
		if got.UnmarshalBinary(b) != nil {
			return
		}
		again, err := got.MarshalBinary()
		if err != nil || !bytes.Equal(b, again) {
			t.Fatalf("read, but written differently (%v)", err)
		}
		match.Align(got, p)
	})
}
