//go:build !(linux && (amd64 || arm64))

package confine

import "errors"

// become has no way to shut a process in on this system.
func become(Plan) error {
	return errors.New("confine: no way to confine a process is known on this system")
}

// Landlock is the version of landlock in the running kernel: none here.
func Landlock() int { return 0 }
