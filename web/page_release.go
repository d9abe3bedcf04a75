package web

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/publish"
)

// releaseDesk is what publishing needs.
type releaseDesk interface {
	answeredDesk
	// Publish writes a release of the case to the folder dir, which must not exist
	// yet, and records that it was published.
	Publish(ctx context.Context, caseID, by, dir string, show publish.Show) error
}

type releasePage struct {
	*shell
	desk  releaseDesk
	files filesPage // shows a form again that came back
}

// publish sends a release of the case, packed as one file. Nothing of it stays on
// the desk but the entry in the ledger.
func (p releasePage) publish(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "release")
	if err != nil {
		return err
	}
	c, answer, err := answered(r, p.desk)
	if err != nil {
		return err
	}
	by := f.Need("by", "Say who publishes; it stands in the ledger")
	if answer.Tally.Floor == nil {
		f.Say("", "The evidence contradicts itself, so there is no number to publish: settle what clashes first, under Count")
	}
	if !f.OK() {
		return p.files.render(w, r, http.StatusUnprocessableEntity, c, f)
	}
	packed, err := p.pack(r.Context(), c.ID, by, publish.Show{Names: linesOf(f.Get("names")), Positions: f.Get("positions") != ""})
	if errors.Is(err, atleast.ErrInvalid) {
		f.Say("", "%s", err.Error())
		return p.files.render(w, r, http.StatusUnprocessableEntity, c, f)
	} else if err != nil {
		return err
	}
	return sendFile(w, c.ID+"-release.zip", "application/zip", packed)
}

// pack writes a release and packs its folder.
func (p releasePage) pack(ctx context.Context, caseID, by string, show publish.Show) ([]byte, error) {
	room, err := os.MkdirTemp("", "atleast-release-*")
	if err != nil {
		return nil, fmt.Errorf("publish %s: %w", caseID, err)
	}
	defer func() {
		if err := os.RemoveAll(room); err != nil {
			p.log.Warn("the folder of a release stays behind", "error", err)
		}
	}()
	if err := p.desk.Publish(ctx, caseID, by, filepath.Join(room, caseID+"-release"), show); err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	if err := errors.Join(z.AddFS(os.DirFS(room)), z.Close()); err != nil {
		return nil, fmt.Errorf("publish %s: %w", caseID, err)
	}
	return packed.Bytes(), nil
}

// linesOf are the lines of a text that hold something.
func linesOf(text string) []string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}
