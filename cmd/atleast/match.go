package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

// matchCommand groups files that show the same.
func (p *program) matchCommand() *cobra.Command {
	var asJSON bool
	var cacheDir, candidates string
	cmd := &cobra.Command{
		Use:   "match PATH...",
		Short: "Which files show the same, however it was mangled?",
		Long: `Groups photos that are the same picture, films that show the same recording or a part of
it, and any files of equal bytes, and says how each member comes from the group's reference
(doc/formats/footage.md). A file that cannot be used is named with the reason, the rest go
on, and the exit code is 2. Films need ffmpeg; without it they are matched by their bytes.

Fingerprints are kept in the folder --cache, one for each content: what was read once is not
read again, also after being stopped. The folder may be deleted; --cache "" keeps nothing.

A file --candidates names pairs of photos that are to be proven besides those that the
fingerprints bring together: two paths a line with a tab between, as some other program finds
them, such as a learned embedding. What is not proven is not joined.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			files, unusable, err := p.someUnder(paths)
			if err != nil {
				return err
			}
			sandbox := &media.Sandbox{}
			defer sandbox.Close()
			cache := match.Cache{Dir: cacheDir}
			bar := newProgress(p.err, "reading", len(files))
			var entries []match.Entry
			for _, file := range files {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				entry, err := readEntry(cmd.Context(), sandbox, cache, file)
				if errors.Is(err, match.ErrNotKept) {
					p.complain(err)
					cache, err = match.Cache{}, nil
				}
				if err != nil {
					unusable = append(unusable, err)
				}
				if err == nil || lacksTool(err) {
					entries = append(entries, entry)
				}
				bar.step(file)
			}
			bar.done()
			for _, err := range unusable {
				p.complain(err)
			}
			suggested, err := readCandidates(candidates, entries)
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				return ended{exitBad, errSaid}
			}
			if err := p.printGroups(match.Groups(entries, nil, suggested...), asJSON); err != nil {
				return err
			}
			if len(unusable) > 0 {
				return ended{exitBad, errSaid}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a group")
	cmd.Flags().StringVar(&candidates, "candidates", "", "file with pairs of paths to prove besides")
	cmd.Flags().StringVar(&cacheDir, "cache", p.cacheDir(), "folder that keeps fingerprints")
	return cmd
}

// cacheDir is the user's own folder for fingerprints; empty if there is none.
func (p *program) cacheDir() string {
	if dir := p.getenv("XDG_CACHE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "atleast")
	}
	if home := p.getenv("HOME"); home != "" {
		return filepath.Join(home, ".cache", "atleast")
	}
	return ""
}

// lacksTool reports whether an entry has no fingerprint for want of a program
// on this machine; it is then matched by its bytes.
func lacksTool(err error) bool {
	var refused *media.Refused
	return errors.As(err, &refused) && refused.Reason == media.NoTool
}

// readEntry takes a file's digest, and the fingerprint of what can be seen or heard.
func readEntry(ctx context.Context, s *media.Sandbox, cache match.Cache, path string) (match.Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return match.Entry{}, err
	}
	defer f.Close()
	info, err := s.Examine(ctx, path)
	if err != nil {
		return match.Entry{}, fmt.Errorf("match %s: %w", path, err)
	}
	entry := match.Entry{Path: path, Kind: info.Kind()}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return entry, fmt.Errorf("match %s: %w", path, err)
	}
	copy(entry.Digest[:], h.Sum(nil))
	if entry.Kind.Medium() {
		entry.Fingerprint, err = cache.Fingerprint(entry.Digest, func() (match.Fingerprint, error) {
			return match.ReadFile(ctx, s, path)
		})
		if err != nil {
			return entry, fmt.Errorf("match %s: %w", path, err)
		}
	}
	return entry, nil
}
