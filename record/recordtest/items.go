package recordtest

import (
	"context"
	"errors"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

func itemsAndFinds(t *testing.T, s *record.Store) {
	withCases(t, s)
	first, second := item("first"), item("second")
	renamed := first
	renamed.Name = "renamed.txt"
	finds := []atleast.Find{find(first, "kursk", "/a", "m.r"), find(first, "kursk", "/b", "m.r"), find(first, "bryansk", "/a", "m.r")}
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		equal(t, true)(tx.AddItem(ctx, first))
		equal(t, false)(tx.AddItem(ctx, renamed))
		equal(t, true)(tx.AddItem(ctx, second))
		for _, f := range finds {
			equal(t, true)(tx.AddFind(ctx, f))
		}
		equal(t, false)(tx.AddFind(ctx, finds[0]))
		equal(t, true)(tx.AddFind(ctx, find(second, "kursk", "/c", "o.k")))
		return nil
	})
	equal(t, first)(s.Item(t.Context(), first.Digest))
	equal(t, []atleast.Item{first, second})(s.Items(t.Context(), "kursk"))
	equal(t, []atleast.Item{first})(s.Items(t.Context(), "bryansk"))
	equal(t, finds)(s.Finds(t.Context(), first.Digest))
	equal(t, true)(s.HasItem(t.Context(), "kursk", second.Digest))
	equal(t, false)(s.HasItem(t.Context(), "bryansk", second.Digest))
	page := find(second, "kursk", "/page", "m.r")
	page.In = first.Digest
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		equal(t, true)(tx.AddFind(ctx, page))
		return nil
	})
	equal(t, []atleast.Item{second})(s.Held(t.Context(), "kursk", first.Digest))
	equal(t, []atleast.Item{})(s.Held(t.Context(), "bryansk", first.Digest))
	_, err := s.Item(t.Context(), atleast.DigestOf(nil))
	is(t, err, atleast.ErrNotFound)
}

// withItem adds an item to the case kursk.
func withItem(t *testing.T, s *record.Store, content string) atleast.Item {
	t.Helper()
	i := item(content)
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		_, err := tx.AddItem(ctx, i)
		_, err2 := tx.AddFind(ctx, find(i, "kursk", "/"+content, "m.r"))
		return errors.Join(err, err2)
	})
	return i
}

func readings(t *testing.T, s *record.Store) {
	withCases(t, s)
	later, earlier := item("later"), withItem(t, s, "earlier")
	withItem(t, s, "later")
	claim := func(i atleast.Item, id string) atleast.ReadClaim {
		return atleast.ReadClaim{Item: i.Digest, ID: id, Claim: atleast.Claim{Report: i.Name, Quote: id, Via: []string{}, Hedges: []string{}, Why: []string{"rule"}}}
	}
	put := func(i atleast.Item, text string, claims ...atleast.ReadClaim) {
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			return tx.PutReading(ctx, record.Reading{Item: i.Digest, Text: text, Published: "2024-08-15", Claims: claims})
		})
	}
	_, err := s.Text(t.Context(), earlier.Digest)
	is(t, err, atleast.ErrNotFound)
	put(later, "later text", claim(later, "z"))
	put(earlier, "old text", claim(earlier, "old-1"), claim(earlier, "old-2"))
	put(earlier, "new \"text\"", claim(earlier, "y"), claim(earlier, "x"))
	equal(t, true)(s.HasText(t.Context(), earlier.Digest))
	equal(t, "new \"text\"")(s.Text(t.Context(), earlier.Digest))
	equal(t, []atleast.ReadClaim{claim(earlier, "y"), claim(earlier, "x"), claim(later, "z")})(s.Claims(t.Context(), "kursk"))
	equal(t, []atleast.ReadClaim{})(s.Claims(t.Context(), "bryansk"))
	equal(t, []record.Reading{
		{Item: earlier.Digest, Text: "new \"text\"", Published: "2024-08-15", Claims: []atleast.ReadClaim{claim(earlier, "y"), claim(earlier, "x")}},
		{Item: later.Digest, Text: "later text", Published: "2024-08-15", Claims: []atleast.ReadClaim{claim(later, "z")}},
	})(s.Readings(t.Context(), "kursk"))
	cautioned := record.Reading{Item: later.Digest, Text: "later text", Caveat: "guessed", Claims: []atleast.ReadClaim{claim(later, "z")}}
	update(t, s, func(ctx context.Context, tx *record.Tx) error { return tx.PutReading(ctx, cautioned) })
	equal(t, map[atleast.Digest]string{later.Digest: "guessed"})(s.Caveats(t.Context(), "kursk"))
	equal(t, map[atleast.Digest]string{})(s.Caveats(t.Context(), "bryansk"))
	put(later, "later text", claim(later, "z"))
	equal(t, map[atleast.Digest]string{})(s.Caveats(t.Context(), "kursk"))
	equal(t, []atleast.ReadClaim{claim(earlier, "y"), claim(earlier, "x")})(s.ClaimsIn(t.Context(), earlier.Digest))
	equal(t, claim(earlier, "x"))(s.Claim(t.Context(), "kursk", "x"))
	_, err = s.Claim(t.Context(), "bryansk", "x")
	is(t, err, atleast.ErrNotFound)
	_, err = s.Claim(t.Context(), "kursk", "old-1")
	is(t, err, atleast.ErrNotFound)
	equal(t, 3)(s.CountClaims(t.Context(), "kursk"))
	equal(t, 0)(s.CountClaims(t.Context(), "bryansk"))
	equal(t, true)(s.HasClaim(t.Context(), "kursk", "x"))
	equal(t, false)(s.HasClaim(t.Context(), "kursk", "old-1"))
	equal(t, false)(s.HasClaim(t.Context(), "bryansk", "x"))
}

func fingerprints(t *testing.T, s *record.Store) {
	withCases(t, s)
	first, second := withItem(t, s, "first"), withItem(t, s, "second")
	for _, f := range []record.Fingerprint{{Item: second.Digest, Body: []byte{0, 1}}, {Item: first.Digest, Body: []byte{2}}, {Item: first.Digest, Body: []byte{3, 0xff}}} {
		update(t, s, func(ctx context.Context, tx *record.Tx) error { return tx.PutFingerprint(ctx, f) })
	}
	equal(t, true)(s.HasFingerprint(t.Context(), first.Digest))
	equal(t, false)(s.HasText(t.Context(), first.Digest))
	equal(t, []record.Fingerprint{{Item: first.Digest, Body: []byte{3, 0xff}}, {Item: second.Digest, Body: []byte{0, 1}}})(s.Fingerprints(t.Context(), "kursk"))
}

func troubles(t *testing.T, s *record.Store) {
	withCases(t, s)
	i := withItem(t, s, "broken")
	put := func(stage, reason string, news bool) {
		t.Helper()
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			equal(t, news)(tx.PutTrouble(ctx, i.Digest, stage, reason))
			return nil
		})
	}
	put("match", "no picture", true)
	put("claim", "old", true)
	put("claim", "\"scanned\" page", true)
	put("claim", "\"scanned\" page", false)
	equal(t, []string{"\"scanned\" page", "no picture"})(s.Troubles(t.Context(), i.Digest))
	put("match", "", true)
	put("match", "", false)
	equal(t, []string{"\"scanned\" page"})(s.Troubles(t.Context(), i.Digest))
	equal(t, false)(s.HasFingerprint(t.Context(), i.Digest))
}
