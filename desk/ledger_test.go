package desk_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/desk"
)

// kinds returns what the ledger says was done.
func kinds(t *testing.T, d *desk.Desk) (kinds []atleast.EventKind) {
	t.Helper()
	entries, err := d.Events(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for i, entry := range entries {
		if entry.Index != int64(i) {
			t.Errorf("entry %d has index %d", i, entry.Index)
		}
		kinds = append(kinds, entry.Event.Kind)
	}
	return kinds
}

// wantKinds compares the ledger but for what depends on the programs that are
// installed here.
func wantKinds(t *testing.T, d *desk.Desk, want ...atleast.EventKind) {
	t.Helper()
	got := slices.DeleteFunc(kinds(t, d), func(k atleast.EventKind) bool { return k == atleast.ScreenTextRead })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the ledger (-want +got):\n%s", diff)
	}
}

func TestEveryEntryIsProven(t *testing.T) {
	d := open(t)
	earlier, err := d.Checkpoint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		code(t, d, int64(n))
	}
	entries, err := d.Events(t.Context(), 0, 100)
	if err != nil || len(entries) != 6 {
		t.Fatalf("%d entries, %v; want 6", len(entries), err)
	}
	for _, entry := range entries {
		proof, err := d.Prove(t.Context(), entry.Index)
		if err != nil {
			t.Fatal(err)
		}
		if err := custody.CheckProof(proof, entry.Leaf, d.VerifierKey()); err != nil {
			t.Error(err)
		}
	}
	growth, err := d.ProveGrowth(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := custody.CheckConsistency(earlier, growth, d.VerifierKey()); err != nil {
		t.Error(err)
	}
	if some, err := d.Events(t.Context(), 4, 1); err != nil || len(some) != 1 || some[0].Event.Subject != "s4" {
		t.Errorf("entry 4 is %+v, %v; want that of s4", some, err)
	}
}

// What is told of one item does not need the rest of the ledger.
func TestEventsAbout(t *testing.T) {
	d := open(t)
	first := add(t, d, file("first.txt", []byte("Nothing is counted here.")))
	add(t, d, file("second.txt", []byte("Nor here.")))
	about, err := d.EventsAbout(t.Context(), first.Item.Digest.String())
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.Events(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all[1:3], about); diff != "" {
		t.Errorf("entries about the first item (-want +got):\n%s", diff)
	}
	if none, err := d.EventsAbout(t.Context(), "nothing"); err != nil || len(none) > 0 {
		t.Errorf("entries about nothing: %v, %v", none, err)
	}
}
