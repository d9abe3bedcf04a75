package web

import (
	"context"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

// keepArchive keeps the chat that page.html was posted in.
func (d *fakeDesk) keepArchive() {
	d.keep("result.json", atleast.Archive, intake.TypeTelegram, []byte("a chat"))
}

// posted is the item that was taken out of the chat, and the chat.
func (d *fakeDesk) posted() (item, chat atleast.Item) { return d.items[3], d.items[4] }

func (d *fakeDesk) Finds(_ context.Context, digest atleast.Digest) ([]atleast.Find, error) {
	find := atleast.Find{Item: digest, Case: "kursk", Where: "https://example.org/post/1", At: day, By: "m.r"}
	if item, chat := d.posted(); digest == item.Digest {
		find.Where, find.In, find.Dated, find.Edited = "result.json#5", chat.Digest, day.Add(-2*time.Hour), day.Add(-time.Hour)
	}
	return []atleast.Find{find}, nil
}

func (d *fakeDesk) Held(_ context.Context, caseID string, archive atleast.Digest) ([]atleast.Item, error) {
	if item, chat := d.posted(); d.of(caseID) && archive == chat.Digest {
		return []atleast.Item{item}, nil
	}
	return nil, nil
}
