package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
)

//go:embed static
var static embed.FS

// staticFiles serves what is embedded. An address carries the digest of the
// whole folder (see asset), so a browser may keep what it has.
func staticFiles() http.Handler {
	files := http.FileServerFS(static)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("v") == staticVersion {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
}

// staticVersion changes when any embedded file does.
var staticVersion = versionOf(static)

func versionOf(files fs.FS) string {
	hash := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, path)
		hash.Write([]byte(path))
		hash.Write(content)
		return err
	})
	if err != nil {
		panic("web: the embedded files cannot be read: " + err.Error())
	}
	return hex.EncodeToString(hash.Sum(nil))[:12]
}

// asset returns the address of an embedded file. Modules import each other by
// plain names, so theirs is checked again on every load.
func asset(name string) string { return "/static/" + name + "?v=" + staticVersion }
