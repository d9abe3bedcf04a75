package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSaveAndOpen(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for _, n := range []int{0, 1, 9001} {
		codes := crowd(r, n, 10)
		path := filepath.Join(t.TempDir(), "index")
		if err := filled(codes).Save(path); err != nil {
			t.Fatal(err)
		}
		x, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		late := randomCode(r)
		x.Add(uint32(n), late)
		codes = append(codes, late)
		for range 30 {
			q := codes[r.IntN(len(codes))]
			if got, want := x.Search(q, 31), brute(codes, q, 31); !slices.Equal(got, want) {
				t.Fatalf("of %d codes %d found, want %d", n, len(got), len(want))
			}
		}
		if err := x.Close(); err != nil || x.Len() != 0 {
			t.Errorf("closed: %v, %d codes", err, x.Len())
		}
	}
}

func TestIdentifiersSurviveSaving(t *testing.T) {
	x := New()
	x.Add(70, Code{1})
	x.Add(7, Code{2})
	path := filepath.Join(t.TempDir(), "index")
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	y, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer y.Close()
	if got, want := y.Search(Code{2}, 5), x.Search(Code{2}, 5); !slices.Equal(got, want) || len(got) != 2 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDamageIsNoticed(t *testing.T) {
	var saved bytes.Buffer
	x := filled([]Code{{1}, {2}, {3}})
	x.Pack()
	if err := x.write(&saved); err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, 8, 17, 20, 24, 28, headerLen, headerLen + 100, saved.Len() / 2, saved.Len() - align - slack} {
		damaged := bytes.Clone(saved.Bytes())
		damaged[at] ^= 4
		if _, err := parse(damaged); !errors.Is(err, ErrCorrupt) {
			t.Errorf("byte %d changed: %v", at, err)
		}
	}
	for _, length := range []int{1, headerLen - 1, headerLen, saved.Len() - 1} {
		if _, err := parse(saved.Bytes()[:length]); !errors.Is(err, ErrCorrupt) {
			t.Errorf("cut to %d bytes: %v", length, err)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// FuzzParse changes bytes of a sound file and mends its checksums, so that only
// the last check stands between the file and the search.
func FuzzParse(f *testing.F) {
	var saved bytes.Buffer
	x := filled([]Code{{1}, {1: 2}, {2: 3}})
	x.Pack()
	if err := x.write(&saved); err != nil {
		f.Fatal(err)
	}
	body := headerLen + 3*(codeBytes+idBytes)
	f.Add(uint32(8), []byte{4})
	f.Add(uint32(body+1000), []byte{1, 2, 3, 4})
	f.Add(uint32(body+startsLen+nextBytes), []byte{0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, at uint32, change []byte) {
		file := bytes.Clone(saved.Bytes())
		copy(file[int(at)%len(file):], change)
		length := segmentLen(3)
		binary.LittleEndian.PutUint32(file[24:], crc32.Checksum(file[headerLen:headerLen+length], castagnoli))
		binary.LittleEndian.PutUint32(file[28:], crc32.Checksum(file[:28], castagnoli))
		segments, err := parse(file)
		if err != nil {
			return
		}
		y := &Index{segments: segments}
		for _, q := range []Code{{}, {1}, {3: 0xff}} {
			y.Search(q, 31)
			y.Search(q, 63)
		}
		for range y.Pairs(31) {
			continue
		}
	})
}
