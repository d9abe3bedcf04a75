package web

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http/httptest"
	"net/textproto"
	"testing"
)

// sent is an upload of files, each under the path with which a browser sends it; what
// a file holds is its path.
func sent(t *testing.T, paths ...string) []*multipart.FileHeader {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, path := range paths {
		part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="files"; filename="%s"`, path)}})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, path)
	}
	form.Close()
	r := httptest.NewRequest("POST", "/", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		t.Fatal(err)
	}
	return r.MultipartForm.File["files"]
}

// What an export names is found where the folder has it, or by its name alone where
// files were chosen one by one; nothing else is.
func TestUploadedFolder(t *testing.T) {
	for name, test := range map[string]struct {
		paths []string // the export first
		asked string
		want  string // empty: it is not there
	}{
		"a folder":          {[]string{"Chat/result.json", "Chat/photos/a.jpg", "Chat/videos/a.jpg"}, "videos/a.jpg", "Chat/videos/a.jpg"},
		"folders beside":    {[]string{"One/result.json", "Two/photos/a.jpg", "One/photos/a.jpg"}, "photos/a.jpg", "One/photos/a.jpg"},
		"no folder":         {[]string{"result.json", "photos/a.jpg"}, "photos/a.jpg", "photos/a.jpg"},
		"one by one":        {[]string{"result.json", "a.jpg"}, "photos/a.jpg", "a.jpg"},
		"two of that name":  {[]string{"result.json", "x/a.jpg", "y/a.jpg"}, "photos/a.jpg", ""},
		"not there":         {[]string{"result.json"}, "photos/a.jpg", ""},
		"outside of it all": {[]string{"Chat/result.json", "../etc/a.jpg"}, "../etc/b.jpg", ""},
	} {
		t.Run(name, func(t *testing.T) {
			files := sent(t, test.paths...)
			folder := folderOf(files[0], files)
			about, err := fs.Stat(folder, test.asked)
			if test.want == "" {
				if err == nil {
					t.Fatalf("found %s", about.Name())
				}
				return
			}
			if err != nil || !about.Mode().IsRegular() || about.Size() != int64(len(test.want)) {
				t.Fatalf("%v, %v", about, err)
			}
			in, err := folder.Open(test.asked)
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if content, err := io.ReadAll(in); err != nil || string(content) != test.want {
				t.Errorf("%q, %v; want %q", content, err, test.want)
			}
		})
	}
}
