package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// filesUnder lists the files that the paths name, those of folders in the order
// of their names, and says which paths cannot be used.
func filesUnder(paths []string) (files []string, unusable []error) {
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				unusable = append(unusable, err)
			case entry.Type().IsRegular(), file == path && !entry.IsDir():
				files = append(files, file)
			}
			return nil
		})
		if err != nil {
			unusable = append(unusable, err)
		}
	}
	return files, unusable
}

// someUnder is filesUnder for a command that has nothing to do without a file: it
// says what is wrong with each path and ends it.
func (p *program) someUnder(paths []string) (files []string, unusable []error, err error) {
	files, unusable = filesUnder(paths)
	if len(files) > 0 {
		return files, unusable, nil
	}
	for _, err := range unusable {
		p.complain(err)
	}
	if len(unusable) == 0 {
		p.complain(fmt.Errorf("there is no file in %s: name files, or a folder that holds some", strings.Join(paths, ", ")))
	}
	return nil, nil, ended{exitBad, errSaid}
}
