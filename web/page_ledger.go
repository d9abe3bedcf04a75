package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// ledgerDesk is what the pages of the ledger need.
type ledgerDesk interface {
	// Events returns up to limit entries of the ledger from the index on.
	Events(ctx context.Context, from, limit int64) ([]custody.Entry, error)
	// LedgerSize returns how many entries there are.
	LedgerSize(ctx context.Context) (int64, error)
	ledgerProver
}

type ledgerProver interface {
	// Checkpoint returns the signed note that fixes the ledger as it stands.
	Checkpoint(ctx context.Context) ([]byte, error)
	// Prove returns the proof that the entry is in the ledger.
	Prove(ctx context.Context, index int64) ([]byte, error)
	// VerifierKey is what a checkpoint's signature is checked with.
	VerifierKey() string
}

type ledgerPage struct {
	*shell
	desk ledgerDesk
}

type ledgerBody struct {
	Size         int64
	Entries      []custody.Entry // the latest first
	Newer, Older int64           // where the neighbouring pages end; -1 where there is none
	Checkpoint   string
	Key          string
}

// ledgerRows is how many entries one page shows.
const ledgerRows = 100

func (p ledgerPage) show(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	size, err := p.desk.LedgerSize(ctx)
	if err != nil {
		return err
	}
	end := size
	if n, err := strconv.ParseInt(r.URL.Query().Get("end"), 10, 64); err == nil && n > 0 && n < size {
		end = n
	}
	from := max(0, end-ledgerRows)
	body := ledgerBody{Size: size, Newer: -1, Older: -1, Key: p.desk.VerifierKey()}
	if end > 0 {
		if body.Entries, err = p.desk.Events(ctx, from, end-from); err != nil {
			return err
		}
		checkpoint, err := p.desk.Checkpoint(ctx)
		if err != nil {
			return err
		}
		body.Checkpoint = string(checkpoint)
	}
	slices.Reverse(body.Entries)
	if end < size {
		body.Newer = min(size, end+ledgerRows)
	}
	if from > 0 {
		body.Older = from
	}
	return p.page(w, r, http.StatusOK, "ledger.html", view{Title: "Ledger", Here: "ledger", Body: body})
}

// checkpoint sends the signed note to save.
func (p ledgerPage) checkpoint(w http.ResponseWriter, r *http.Request) error {
	note, err := p.desk.Checkpoint(r.Context())
	if err != nil {
		return err
	}
	return sendFile(w, "checkpoint.txt", "text/plain; charset=utf-8", note)
}

// proof sends the proof of one entry to save.
func (p ledgerPage) proof(w http.ResponseWriter, r *http.Request) error {
	index, err := strconv.ParseInt(r.PathValue("index"), 10, 64)
	if err != nil || index < 0 {
		return fmt.Errorf("ledger entry %q: %w", r.PathValue("index"), atleast.ErrNotFound)
	}
	size, err := p.desk.LedgerSize(r.Context())
	if err != nil {
		return err
	}
	if index >= size {
		return fmt.Errorf("ledger entry %d of %d: %w", index, size, atleast.ErrNotFound)
	}
	proof, err := p.desk.Prove(r.Context(), index)
	if err != nil {
		return err
	}
	return sendFile(w, fmt.Sprintf("entry-%d.tlog-proof", index), "text/plain; charset=utf-8", proof)
}
