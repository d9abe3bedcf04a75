package web

import (
	"io"
	"io/fs"
	"mime"
	"mime/multipart"
	"path"
	"strings"
	"time"
)

// uploadedFolder is what was handed in together, as the folder that it lies in: an
// export of a chat names the files beside it.
type uploadedFolder struct {
	files map[string]*multipart.FileHeader // by their paths in the folder
	bare  map[string]*multipart.FileHeader // by their names alone, where one has that name
}

// folderOf is the folder in which a file of the upload lies.
func folderOf(file *multipart.FileHeader, all []*multipart.FileHeader) uploadedFolder {
	dir := path.Dir(pathOf(file)) + "/"
	folder := uploadedFolder{map[string]*multipart.FileHeader{}, map[string]*multipart.FileHeader{}}
	for _, other := range all {
		if inside, under := strings.CutPrefix("./"+pathOf(other), "./"+strings.TrimPrefix(dir, "./")); under {
			folder.files[inside] = other
		}
		if _, twice := folder.bare[other.Filename]; twice {
			folder.bare[other.Filename] = nil
		} else {
			folder.bare[other.Filename] = other
		}
	}
	return folder
}

// pathOf is the path with which a browser sent a file: of a folder that was chosen
// whole it says where in it each file lies, which FileHeader leaves out.
func pathOf(file *multipart.FileHeader) string {
	_, stated, err := mime.ParseMediaType(file.Header.Get("Content-Disposition"))
	if sent := path.Clean(strings.ReplaceAll(stated["filename"], `\`, "/")); err == nil && fs.ValidPath(sent) && sent != "." {
		return sent
	}
	return file.Filename
}

// Open finds a file by its path, or by its name alone where files were chosen one by
// one and lost theirs.
func (f uploadedFolder) Open(name string) (fs.File, error) {
	header := f.files[name]
	if header == nil {
		header = f.bare[path.Base(name)]
	}
	if header == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	content, err := header.Open()
	if err != nil {
		return nil, err
	}
	return uploadedFile{content, header}, nil
}

// uploadedFile is one file of an upload, and says what is known of it.
type uploadedFile struct {
	io.ReadCloser
	header *multipart.FileHeader
}

func (f uploadedFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f uploadedFile) Name() string               { return f.header.Filename }
func (f uploadedFile) Size() int64                { return f.header.Size }
func (f uploadedFile) Mode() fs.FileMode          { return 0o400 }
func (f uploadedFile) ModTime() time.Time         { return time.Time{} }
func (f uploadedFile) IsDir() bool                { return false }
func (f uploadedFile) Sys() any                   { return nil }
