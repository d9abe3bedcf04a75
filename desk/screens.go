package desk

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// screens is the reading of text on pictures and films, in the words of stage. It
// takes longer than all the rest, and nothing waits for it: it is done apart, for
// many items at a time, after they are preserved and matched.
var screens = stage{name: reading, event: atleast.ScreenTextRead}

// Progress tells how far a long work has come: done of total, the latest by its name.
type Progress func(done, total int, name string)

// ReadScreens reads the text on all photos and films on which nobody has looked
// for it yet, of every case, as many at a time as there are processors, and keeps
// it one by one: stopped, it goes on from there the next time. Where the program for
// it is not installed there is nothing to do. progress may be nil; it is called from
// one goroutine at a time.
func (d *Desk) ReadScreens(ctx context.Context, progress Progress) error {
	if _, ok := d.textReader(ctx); !ok {
		return nil
	}
	items, err := d.rows.Unread(ctx)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	work := make(chan atleast.Item)
	var group sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(runtime.NumCPU(), len(items)) {
		group.Go(func() {
			for item := range work {
				if err := d.readScreenOf(ctx, item); err != nil {
					stop(err)
					continue
				}
				mu.Lock()
				if done++; progress != nil {
					progress(done, len(items), item.Name)
				}
				mu.Unlock()
			}
		})
	}
	hand(ctx, items, work)
	group.Wait()
	return context.Cause(ctx)
}

// hand gives out the items, until nobody wants more.
func hand(ctx context.Context, items []atleast.Item, work chan<- atleast.Item) {
	defer close(work)
	for _, item := range items {
		select {
		case work <- item:
		case <-ctx.Done():
			return
		}
	}
}

// readScreenOf reads the text on one item, for whoever found it first.
func (d *Desk) readScreenOf(ctx context.Context, item atleast.Item) error {
	finds, err := d.rows.Finds(ctx, item.Digest)
	if err != nil || len(finds) == 0 {
		return err
	}
	err = d.readScreen(ctx, finds[0].Case, finds[0].By, item)
	if why := (trouble{}); errors.As(err, &why) {
		return d.recordTrouble(ctx, screens, finds[0].Case, finds[0].By, item.Digest, why.reason)
	}
	return err
}

// KeepReading reads the text on what is there and on what is added, until the
// context ends. What goes wrong is logged, and tried again with the next item.
func (d *Desk) KeepReading(ctx context.Context) {
	for {
		if err := d.ReadScreens(ctx, nil); err != nil && ctx.Err() == nil {
			d.log.ErrorContext(ctx, "the text on screens is not read", "error", err)
		}
		select {
		case <-d.added:
		case <-ctx.Done():
			return
		}
	}
}

// tell wakes KeepReading.
func (d *Desk) tell() {
	select {
	case d.added <- struct{}{}:
	default: // it is awake
	}
}

// tryAgain lets the text on an item be looked for once more: it was handed in
// again, and what hindered the reading may be gone.
func (d *Desk) tryAgain(ctx context.Context, item atleast.Digest) error {
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		_, err := tx.PutTrouble(ctx, item, reading, "")
		return err
	})
}
