package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os/user"
	"syscall"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
)

// openDesk opens the desk, making it where there is none.
func (p *program) openDesk(ctx context.Context) (*desk.Desk, error) {
	dir, err := p.deskDir()
	if err != nil {
		return nil, err
	}
	return p.openDeskAt(ctx, dir)
}

// openKeptDesk opens the desk for a command that has nothing to do on a new one.
func (p *program) openKeptDesk(ctx context.Context) (*desk.Desk, error) {
	dir, err := p.deskDir()
	if err != nil {
		return nil, err
	}
	if !desk.Exists(dir) {
		return nil, bad(fmt.Errorf("there is no desk in %s: say where it is with --desk DIR, or begin one with: atleast case NAME --question \"How many ...?\"", dir))
	}
	return p.openDeskAt(ctx, dir)
}

// deskDir is the folder that --desk, the environment or the user's own data
// directory names.
func (p *program) deskDir() (string, error) {
	dir := p.desk
	if dir == "" {
		dir = p.getenv("ATLEAST_DESK")
	}
	if dir == "" {
		var err error
		if dir, err = desk.DefaultDir(); err != nil {
			return "", bad(fmt.Errorf("where is the desk? %w; say it with --desk DIR", err))
		}
	}
	return dir, nil
}

// openDeskAs opens the desk for somebody who acts on it, and says who.
func (p *program) openDeskAs(ctx context.Context) (*desk.Desk, string, error) {
	by, err := p.who()
	if err != nil {
		return nil, "", err
	}
	d, err := p.openDesk(ctx)
	return d, by, err
}

func (p *program) openDeskAt(ctx context.Context, dir string) (*desk.Desk, error) {
	d, err := desk.Open(ctx, desk.Config{Dir: dir, Now: p.now, Log: p.log()})
	if errors.Is(err, syscall.ENOTDIR) {
		return nil, bad(err)
	}
	return d, err
}

func (p *program) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// who returns the name that goes on the record.
func (p *program) who() (string, error) {
	if p.by != "" {
		return p.by, nil
	}
	if name := p.getenv("ATLEAST_BY"); name != "" {
		return name, nil
	}
	u, err := user.Current()
	if err != nil || u.Username == "" {
		return "", bad(errors.New("who are you? every act on the desk has a name: say it with --by NAME"))
	}
	return u.Username, nil
}

// needCase returns the case, or an error that says how to open one.
func needCase(ctx context.Context, d *desk.Desk, id string) (atleast.Case, error) {
	c, err := d.Case(ctx, id)
	if errors.Is(err, atleast.ErrNotFound) {
		return c, bad(fmt.Errorf("there is no case %q on this desk; open it with: atleast case %s --question \"How many ...?\"", id, id))
	}
	return c, err
}
