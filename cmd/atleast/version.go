package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version says which build this is: the module's version, or the commit it was
// built from, and whether files were changed since.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown, " + runtime.Version()
	}
	name, changed := build.Main.Version, ""
	for _, s := range build.Settings {
		switch {
		case s.Key == "vcs.revision" && (name == "" || name == "(devel)"):
			name = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", with changes"
		}
	}
	return fmt.Sprintf("%s%s, %s %s/%s", name, changed, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
