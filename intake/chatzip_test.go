package intake_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

const chat = `{"name": "Relay", "type": "public_channel", "id": 1, "messages": []}`

// zipOf packs files, name and content by turns.
func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestChatFolder(t *testing.T) {
	for name, tc := range map[string]struct {
		content string
		holds   bool
	}{
		"at the top":       {zipOf(t, "result.json", chat, "photos/1.jpg", "photo"), true},
		"one folder down":  {zipOf(t, "ChatExport_2024/result.json", chat, "ChatExport_2024/photos/1.jpg", "photo"), true},
		"two folders down": {zipOf(t, "a/b/result.json", chat), false},
		"two exports":      {zipOf(t, "a/result.json", chat, "b/result.json", chat), false},
		"something else":   {zipOf(t, "result.json", `{"score": 1}`), false},
		"no zip":           {"PK\x03\x04rest", false},
		"empty":            {"", false},
	} {
		folder, err := intake.ChatFolder(strings.NewReader(tc.content), int64(len(tc.content)))
		if (err == nil) != tc.holds {
			t.Errorf("%s: %v", name, err)
		}
		item, lookErr := intake.Look(strings.NewReader(tc.content), int64(len(tc.content)))
		if lookErr != nil || (item.Type == intake.TypeTelegramZip) != tc.holds || tc.holds && item.Kind != atleast.Archive {
			t.Errorf("%s looks like %+v, %v", name, item, lookErr)
		}
		if !tc.holds {
			continue
		}
		if photo, err := fs.ReadFile(folder, "photos/1.jpg"); err != nil || string(photo) != "photo" {
			t.Errorf("%s: photo %q, %v", name, photo, err)
		}
	}
}

func TestChatFolderRefusesWhatSwells(t *testing.T) {
	bomb := zipOf(t, "result.json", chat, "photos/1.jpg", strings.Repeat("\x00", 70<<20))
	folder, err := intake.ChatFolder(strings.NewReader(bomb), int64(len(bomb)))
	if err != nil {
		t.Fatal(err)
	}
	if f, err := folder.Open("photos/1.jpg"); err == nil {
		_ = f.Close()
		t.Error("a file that unpacks to a thousand times its size was opened")
	}
}

func FuzzChatFolder(f *testing.F) {
	f.Add([]byte(zipOf(f, "result.json", chat, "photos/1.jpg", "photo")))
	f.Add([]byte(zipOf(f, "a/result.json", chat)))
	f.Fuzz(func(t *testing.T, content []byte) {
		folder, err := intake.ChatFolder(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		if _, err := fs.Stat(folder, intake.ExportName); err != nil {
			t.Errorf("a folder without its export: %v", err)
		}
	})
}
