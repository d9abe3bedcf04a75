package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/web"
)

// defaultAddr is where the desk is served.
const defaultAddr = "127.0.0.1:8080"

// serveCommand serves the desk's pages.
func (p *program) serveCommand() *cobra.Command {
	addr := defaultAddr
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the desk's pages on this machine",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			listener, err := listen(addr)
			if err != nil {
				return err
			}
			defer listener.Close()
			d, err := p.openDesk(cmd.Context())
			if err != nil {
				return err
			}
			defer d.Close()
			return p.serve(cmd.Context(), d, listener)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", defaultAddr, "loopback address to serve on")
	return cmd
}

// grace is how long requests under way may take when the desk is stopped.
const grace = 5 * time.Second

// listen takes the address before anything is made for it.
func listen(addr string) (net.Listener, error) {
	listener, err := web.Listen(addr)
	if errors.Is(err, web.ErrAddress) || errors.Is(err, web.ErrNotLoopback) {
		return nil, bad(err)
	} else if errors.Is(err, syscall.EADDRINUSE) {
		return nil, bad(fmt.Errorf("serve: %w", err))
	} else if err != nil {
		return nil, fmt.Errorf("serve on %s: %w", addr, err)
	}
	return listener, nil
}

// serve answers requests until the context ends.
func (p *program) serve(ctx context.Context, d *desk.Desk, listener net.Listener) error {
	by, err := p.who()
	if err != nil {
		return err
	}
	handler, err := web.New(web.Config{Desk: d, Who: by, Shell: p.shell(d), Now: p.now, Log: p.log()})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	read := make(chan struct{})
	go func() {
		defer close(read)
		d.KeepReading(ctx)
	}()
	defer func() { stop(); <-read }()
	fmt.Fprintf(p.err, "the desk is at http://%s  (stop it with Ctrl-C)\n", listener.Addr())
	return serveUntil(ctx, listener, handler)
}

// shell is how a shell reaches the desk that is served: without --desk where that
// opens the same one.
func (p *program) shell(d *desk.Desk) string {
	if dir, err := desk.DefaultDir(); err == nil && dir == d.Dir() {
		return "atleast"
	}
	dir, err := filepath.Abs(d.Dir())
	if err != nil || strings.ContainsAny(dir, " '\"$`\\") {
		return "atleast --desk DIR"
	}
	return "atleast --desk " + dir
}

// serveUntil serves until the context ends, then lets requests finish.
func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return server.Close()
	}
	return nil
}
