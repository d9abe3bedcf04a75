// Package blobtest is what every blob.Store has to pass.
package blobtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/blob"
)

// Run checks the store that open gives, which must be empty each time.
func Run(t *testing.T, open func(t *testing.T) blob.Store) {
	for name, check := range map[string]func(*testing.T, blob.Store){
		"round trip":            roundTrip,
		"seek":                  seek,
		"nothing kept":          nothingKept,
		"same bytes again":      sameBytesAgain,
		"reader fails":          readerFails,
		"context done":          contextDone,
		"many at once":          manyAtOnce,
		"each in order":         eachInOrder,
		"each stops":            eachStops,
		"reader outlives a put": readerOutlivesPut,
	} {
		t.Run(name, func(t *testing.T) { check(t, open(t)) })
	}
}

func put(t *testing.T, s blob.Store, content []byte) atleast.Digest {
	t.Helper()
	digest, size, err := s.Put(t.Context(), bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if want := atleast.DigestOf(content); digest != want || size != int64(len(content)) {
		t.Fatalf("Put returned %s, %d bytes; want %s, %d", digest, size, want, len(content))
	}
	return digest
}

func get(t *testing.T, s blob.Store, digest atleast.Digest) []byte {
	t.Helper()
	r, err := s.Open(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func digests(t *testing.T, s blob.Store) (all []atleast.Digest) {
	t.Helper()
	err := s.Each(t.Context(), func(d atleast.Digest, size int64) error {
		if stated, err := s.Stat(t.Context(), d); err != nil || stated != size {
			t.Errorf("Each says %d bytes, Stat says %d, %v", size, stated, err)
		}
		all = append(all, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func roundTrip(t *testing.T, s blob.Store) {
	large := make([]byte, 3<<20+7)
	if _, err := rand.Read(large); err != nil {
		t.Fatal(err)
	}
	for _, content := range [][]byte{{}, []byte("a"), large} {
		digest := put(t, s, content)
		if !bytes.Equal(get(t, s, digest), content) {
			t.Errorf("%d bytes came back changed", len(content))
		}
		if size, err := s.Stat(t.Context(), digest); err != nil || size != int64(len(content)) {
			t.Errorf("Stat = %d, %v; want %d", size, err, len(content))
		}
		if err := blob.Verify(t.Context(), s, digest); err != nil {
			t.Error(err)
		}
	}
}

func seek(t *testing.T, s blob.Store) {
	r, err := s.Open(t.Context(), put(t, s, []byte("0123456789")))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if at, err := r.Seek(-3, io.SeekEnd); err != nil || at != 7 {
		t.Fatalf("Seek = %d, %v; want 7", at, err)
	}
	if rest, err := io.ReadAll(r); err != nil || string(rest) != "789" {
		t.Errorf("after seeking read %q, %v; want 789", rest, err)
	}
}

func nothingKept(t *testing.T, s blob.Store) {
	absent := atleast.DigestOf([]byte("absent"))
	if _, err := s.Open(t.Context(), absent); !errors.Is(err, atleast.ErrNotFound) {
		t.Errorf("Open = %v; want ErrNotFound", err)
	}
	if _, err := s.Stat(t.Context(), absent); !errors.Is(err, atleast.ErrNotFound) {
		t.Errorf("Stat = %v; want ErrNotFound", err)
	}
	if err := blob.Verify(t.Context(), s, absent); !errors.Is(err, atleast.ErrNotFound) {
		t.Errorf("Verify = %v; want ErrNotFound", err)
	}
	if all := digests(t, s); len(all) != 0 {
		t.Errorf("an empty store visits %v", all)
	}
}

func sameBytesAgain(t *testing.T, s blob.Store) {
	digest := put(t, s, []byte("again"))
	put(t, s, []byte("again"))
	if all := digests(t, s); !slices.Equal(all, []atleast.Digest{digest}) {
		t.Errorf("the same bytes twice are kept as %v", all)
	}
}

func readerFails(t *testing.T, s blob.Store) {
	broken := errors.New("the cable was pulled")
	r := io.MultiReader(strings.NewReader("some of it"), iotest.ErrReader(broken))
	if _, _, err := s.Put(t.Context(), r); !errors.Is(err, broken) {
		t.Errorf("Put = %v; want the reader's own error", err)
	}
	if all := digests(t, s); len(all) != 0 {
		t.Errorf("half of a file is kept: %v", all)
	}
}

func contextDone(t *testing.T, s blob.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := s.Put(ctx, strings.NewReader("late")); !errors.Is(err, context.Canceled) {
		t.Errorf("Put = %v; want context.Canceled", err)
	}
	if all := digests(t, s); len(all) != 0 {
		t.Errorf("a cancelled put left %v", all)
	}
}

func manyAtOnce(t *testing.T, s blob.Store) {
	contents := [][]byte{[]byte("one"), []byte("two"), bytes.Repeat([]byte("three"), 100_000)}
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			content := contents[i%len(contents)]
			digest, _, err := s.Put(t.Context(), bytes.NewReader(content))
			if err != nil {
				t.Error(err)
				return
			}
			if err := blob.Verify(t.Context(), s, digest); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if kept := digests(t, s); len(kept) != len(contents) {
		t.Errorf("%d contents are kept as %d", len(contents), len(kept))
	}
}

func eachInOrder(t *testing.T, s blob.Store) {
	var want []atleast.Digest
	for i := range 40 {
		want = append(want, put(t, s, []byte{byte(i)}))
	}
	slices.SortFunc(want, func(a, b atleast.Digest) int { return bytes.Compare(a[:], b[:]) })
	if all := digests(t, s); !slices.Equal(all, want) {
		t.Errorf("Each visits %v; want %v", all, want)
	}
}

func eachStops(t *testing.T, s blob.Store) {
	put(t, s, []byte("one"))
	put(t, s, []byte("two"))
	enough, visits := errors.New("enough"), 0
	err := s.Each(t.Context(), func(atleast.Digest, int64) error { visits++; return enough })
	if !errors.Is(err, enough) || visits != 1 {
		t.Errorf("Each = %v after %d visits; want the visitor's error after 1", err, visits)
	}
}

func readerOutlivesPut(t *testing.T, s blob.Store) {
	content := bytes.Repeat([]byte("kept"), 50_000)
	r, err := s.Open(t.Context(), put(t, s, content))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	put(t, s, content)
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, content) {
		t.Errorf("a reader opened before the same bytes were put again sees %d bytes, %v", len(got), err)
	}
}
