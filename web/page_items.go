package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

// uploadLimit bounds one upload; larger things come in through a shell.
const uploadLimit = 4 << 30

// uploadMemory is how much of an upload is held in memory; the rest waits in
// temporary files.
const uploadMemory = 16 << 20

// itemsDesk is what the wall of items needs.
type itemsDesk interface {
	caseReader
	itemsReader
	footageReader
	lookalikesReader
	caveatsReader
	// Add preserves a file and lets the later stages see it. An error that is
	// intake.ErrUnusable is about this file alone.
	Add(ctx context.Context, caseID, by string, f intake.File) (intake.Kept, error)
}

type caveatsReader interface {
	// Caveats returns what a reader should know of how the texts of a case's reports
	// were taken, of those where there is something.
	Caveats(ctx context.Context, caseID string) (map[atleast.Digest]string, error)
}

type itemsPage struct {
	*shell
	desk itemsDesk
}

type itemsBody struct {
	Media, Reports, Archives, Others []atleast.Item

	Caveats map[atleast.Digest]string // of reports
	Groups  map[atleast.Digest]int    // how many other items show the same recording
	Alike   int                       // pairs that may have recorded one scene, and wait for an answer
	Shown   bool                      // the reader asked for the pictures
	Pager   pager
	Done    upload
	Form    *form
}

// itemRows is how many items one page shows.
const itemRows = 240

// upload is what became of the files that were handed in.
type upload struct {
	New, Again int
	Notes      []string // kept, yet a later stage could do nothing with it
	Refused    []string
}

func (p itemsPage) show(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	done := upload{}
	done.New, _ = strconv.Atoi(q.Get("new"))
	done.Again, _ = strconv.Atoi(q.Get("again"))
	return p.render(w, r, http.StatusOK, done, blank("add", "by", p.who))
}

func (p itemsPage) render(w http.ResponseWriter, r *http.Request, status int, done upload, f *form) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, err := p.desk.Case(ctx, id)
	if err != nil {
		return err
	}
	items, err := p.desk.Items(ctx, id)
	if err != nil {
		return err
	}
	footage, err := p.desk.Footage(ctx, id)
	if err != nil {
		return err
	}
	alike, err := p.desk.Lookalikes(ctx, id)
	if err != nil {
		return err
	}
	body := itemsBody{Groups: groupSizes(footage), Alike: openLookalikes(alike), Shown: r.URL.Query().Get("show") == "all", Done: done, Form: f}
	if body.Caveats, err = p.desk.Caveats(ctx, id); err != nil {
		return err
	}
	items, body.Pager = pageOf(mediaFirst(items), itemRows, r)
	for _, item := range items {
		switch {
		case item.Kind.Medium():
			body.Media = append(body.Media, item)
		case item.Kind == atleast.Report:
			body.Reports = append(body.Reports, item)
		case item.Kind == atleast.Archive:
			body.Archives = append(body.Archives, item)
		default:
			body.Others = append(body.Others, item)
		}
	}
	return p.page(w, r, status, "items.html", view{Title: "Items", Here: "items", Case: &c, Body: body})
}

// mediaFirst orders items as the page shows them: media, reports,
// archives, others.
func mediaFirst(items []atleast.Item) []atleast.Item {
	rank := func(k atleast.Kind) int {
		switch {
		case k.Medium():
			return 0
		case k == atleast.Report:
			return 1
		case k == atleast.Archive:
			return 2
		}
		return 3
	}
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b atleast.Item) int { return rank(a.Kind) - rank(b.Kind) })
	return items
}

// groupSizes returns for each item how many others show the same recording.
func groupSizes(footage []atleast.Footage) map[atleast.Digest]int {
	sizes := map[atleast.Digest]int{}
	for _, group := range footage {
		for _, member := range group.Members {
			if digest, err := atleast.ParseDigest(member.Path); err == nil {
				sizes[digest] = len(group.Members) - 1
			}
		}
	}
	return sizes
}

// preserve keeps every file of an upload. One that cannot be used is named with
// the reason and the rest go on.
func (p itemsPage) preserve(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, uploadLimit)
	if err := r.ParseMultipartForm(uploadMemory); err != nil {
		return fmt.Errorf("%w: %w", errBadForm, err)
	}
	defer func() {
		if err := r.MultipartForm.RemoveAll(); err != nil {
			p.log.Warn("temporary files of an upload stay behind", "error", err)
		}
	}()
	f := &form{ID: "add", Values: url.Values(r.MultipartForm.Value)}
	by := f.Need("by", "Say who hands these in; it stands in the ledger")
	files := r.MultipartForm.File["files"]
	if len(files) == 0 {
		f.Say("files", "Choose at least one file")
	}
	if !f.OK() {
		return p.render(w, r, http.StatusUnprocessableEntity, upload{}, f)
	}
	done, err := p.addAll(r.Context(), r.PathValue("case"), by, f.Get("where"), files)
	if err != nil {
		return err
	}
	if len(done.Refused)+len(done.Notes) > 0 {
		for _, refused := range done.Refused {
			f.Say("files", "%s", refused)
		}
		return p.render(w, r, http.StatusUnprocessableEntity, done, f)
	}
	back := fmt.Sprintf("/case/%s/items?new=%d&again=%d", r.PathValue("case"), done.New, done.Again)
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}

func (p itemsPage) addAll(ctx context.Context, caseID, by, where string, files []*multipart.FileHeader) (upload, error) {
	done := upload{}
	for _, header := range files {
		kept, err := p.desk.Add(ctx, caseID, by, handedIn(header, where, files))
		switch {
		case errors.Is(err, intake.ErrUnusable):
			done.Refused = append(done.Refused, fmt.Sprintf("%s: %v", header.Filename, err))
			continue
		case err != nil:
			return done, fmt.Errorf("preserve %s: %w", header.Filename, err)
		case kept.New:
			done.New++
		default:
			done.Again++
		}
		if kept.Trouble != "" {
			done.Notes = append(done.Notes, header.Filename+": "+kept.Trouble)
		}
	}
	return done, nil
}

// handedIn is one uploaded file. Where nothing is said about where it was
// found, its own name is all that is known.
func handedIn(header *multipart.FileHeader, where string, all []*multipart.FileHeader) intake.File {
	if where == "" {
		where = "handed in by browser as " + pathOf(header)
	}
	file := intake.File{
		Name: header.Filename, Where: where, Served: header.Header.Get("Content-Type"),
		Open: func() (io.ReadCloser, error) { return header.Open() },
	}
	if header.Filename == intake.ExportName {
		file.Beside = folderOf(header, all)
	}
	return file
}
