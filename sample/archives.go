package sample

import (
	"embed"
	"fmt"
	"strings"
)

// The films are pans over drawn streets, as ffmpeg wrote them, so that the sample
// does without it; the test that drew them draws them anew. The export and the
// page are invented.
//
//go:embed street/*.mp4 street/result.json street/page.html
var streetKept embed.FS

// streetArchives returns the practice films, an export of a chat, and a web archive.
func streetArchives() ([]file, error) {
	var files []file
	for _, f := range []struct{ name, where string }{
		{"parade.mp4", "https://drawn.example/parade"},
		{"parade-sent.mp4", "https://drawn.example/channel/parade"},
		{"parade-cut.mp4", "https://drawn.example/channel/cut"},
		{"ferry.mp4", "https://drawn.example/ferry"},
		{"both.mp4", "https://drawn.example/channel/both"},
		{"result.json", "https://drawn.example/channel"},
	} {
		data, err := streetKept.ReadFile("street/" + f.name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: f.name, where: f.where, data: data})
	}
	page, err := streetKept.ReadFile("street/page.html")
	if err != nil {
		return nil, err
	}
	archive := webArchive("https://drawn.example/observer", string(page))
	return append(files, file{name: "observer.warc", where: "https://drawn.example/observer", data: archive}), nil
}

// webArchive is a WARC file (ISO 28500) that holds one page as it was answered.
func webArchive(address, page string) []byte {
	answer := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
	header := strings.Join([]string{
		"WARC/1.1",
		"WARC-Type: response",
		"WARC-Record-ID: <urn:uuid:6f2d1c1e-3a54-4b0e-9d0b-1c2f3a4b5c6d>",
		"WARC-Date: 2024-06-03T08:00:00Z",
		"WARC-Target-URI: " + address,
		"Content-Type: application/http; msgtype=response",
		fmt.Sprintf("Content-Length: %d", len(answer)),
	}, "\r\n")
	return []byte(header + "\r\n\r\n" + answer + "\r\n\r\n")
}
