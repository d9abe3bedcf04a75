//go:build !(linux && (amd64 || arm64))

package media

import "errors"

// confine has no way to shut a process in on this system.
func confine(plan) error {
	return errors.New("media: confine: no way to confine a process is known on this system")
}

func landlockABI() int { return 0 }
