package desk

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/atleast-desk/atleast/media"
)

// Config says where a desk is and what it works with.
type Config struct {
	Dir   string           // the desk's folder; DefaultDir() where empty
	Now   func() time.Time // the clock; time.Now where nil
	Log   *slog.Logger     // where what goes wrong in the background is told; nowhere where nil
	Media *media.Sandbox   // where media are opened; one of the desk's own where nil
}

// Env is the environment variable that names the desk's folder.
const Env = "ATLEAST_DESK"

// DefaultDir returns the folder of the desk where the caller names none: what
// $ATLEAST_DESK says, else atleast in the user's data directory.
func DefaultDir() (string, error) {
	if dir := os.Getenv(Env); dir != "" {
		return dir, nil
	}
	data, err := dataDir()
	if err != nil {
		return "", fmt.Errorf("desk: no folder for the desk: %w; name one with --desk or $%s", err, Env)
	}
	return filepath.Join(data, "atleast"), nil
}

// Exists reports whether there is a desk in the folder.
func Exists(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, rowsFile))
	return err == nil && info.Mode().IsRegular()
}

// dataDir returns where programs of this user keep their data.
func dataDir() (string, error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return os.UserConfigDir() // there the two are one
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "share"), nil
}

// complete fills in what was left out.
func (c Config) complete() (Config, error) {
	var err error
	if c.Dir == "" {
		c.Dir, err = DefaultDir()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return c, err
}
