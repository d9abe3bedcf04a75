package desk_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/atleast-desk/atleast"
)

const page = "<html><body><article><h1>The bridge</h1><p>Mayor Anna Kovalenko said that at least 12 soldiers were captured near Sudzha on Wednesday, August 14, 2024.</p></article></body></html>"

// captured writes a record of a web archive.
func captured(uri, more, body string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-08-15T09:30:00Z\r\nContent-Type: application/http\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", uri, more, len(block), block)
}

func TestWebArchiveIsUnpacked(t *testing.T) {
	d := open(t)
	archive := file("site.warc", []byte(captured("https://news.example/bridge", "", page)+
		captured("https://news.example/changed", "WARC-Block-Digest: sha1:AAAA\r\n", strings.Replace(page, "12", "14", 1))))
	kept := add(t, d, archive)
	if kept.Item.Kind != atleast.Archive || kept.Held != 2 || kept.Trouble != "" {
		t.Fatalf("kept %+v; want an archive of two", kept)
	}
	items, err := d.Items(t.Context(), "kursk")
	if err != nil || len(items) != 3 {
		t.Fatalf("%d items, %v; want the archive and two pages", len(items), err)
	}
	held, err := d.Held(t.Context(), "kursk", kept.Item.Digest)
	if err != nil || !slices.Equal(held, items[1:]) {
		t.Errorf("holds %+v, %v; want the two pages", held, err)
	}
	if held, err := d.Held(t.Context(), "bryansk", kept.Item.Digest); err != nil || len(held) != 0 {
		t.Errorf("for another case it holds %+v, %v; want none", held, err)
	}
	finds, err := d.Finds(t.Context(), items[1].Digest)
	at := time.Date(2024, 8, 15, 9, 30, 0, 0, time.UTC)
	if err != nil || len(finds) != 1 || finds[0].Where != "https://news.example/bridge" || finds[0].In != kept.Item.Digest || !finds[0].Dated.Equal(at) {
		t.Errorf("found %+v, %v; want the address, the archive and the day", finds, err)
	}
	troubles, err := d.Troubles(t.Context(), items[2].Digest)
	if err != nil || len(troubles) != 1 || !strings.Contains(troubles[0], "digest") {
		t.Errorf("troubles %q, %v; want the digest that does not fit", troubles, err)
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) < 2 {
		t.Errorf("%d claims, %v; want those of both pages", len(claims), err)
	}
	size, err := d.LedgerSize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again := add(t, d, archive); again.New || again.Held != 2 {
		t.Errorf("handed in again: %+v", again)
	}
	if after, err := d.LedgerSize(t.Context()); err != nil || after != size {
		t.Errorf("the ledger grew from %d to %d, %v: nothing was new", size, after, err)
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestRefusedArchiveIsKept(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("site.warc", []byte(captured("https://news.example/a", "", page)+"WARC/1.1\r\nContent-Length: -1\r\n\r\n")))
	if kept.Held != 1 || !strings.Contains(kept.Trouble, "record 2") {
		t.Errorf("kept %+v; want the page before, and the record that is wrong", kept)
	}
}

func TestChatIsUnpacked(t *testing.T) {
	d := open(t)
	export := file("result.json", []byte(`{
 "name": "Relay", "type": "public_channel", "id": 1,
 "messages": [
  {"id": 5, "type": "message", "date": "2024-08-14T09:30:00", "date_unixtime": "1723627800", "edited_unixtime": "1723631400", "forwarded_from": "Border news",
   "photo": "photos/1.jpg", "text": "Mayor Anna Kovalenko said that at least 12 soldiers were captured near Sudzha."},
  {"id": 6, "type": "message", "date": "2024-08-14T09:31:00", "file": "../key", "text": ""}]}`))
	export.Beside = fstest.MapFS{"photos/1.jpg": {Data: []byte("a photo, for all the desk knows")}}
	kept := add(t, d, export)
	if kept.Item.Kind != atleast.Archive || kept.Held != 2 || kept.Trouble != "" {
		t.Fatalf("kept %+v; want a chat with a message and a photo", kept)
	}
	items, err := d.Items(t.Context(), "kursk")
	if err != nil || len(items) != 3 {
		t.Fatalf("%d items, %v; want the export, the message and the photo", len(items), err)
	}
	for _, item := range items[1:] {
		finds, err := d.Finds(t.Context(), item.Digest)
		if err != nil || len(finds) != 1 {
			t.Fatalf("%d finds, %v", len(finds), err)
		}
		if f := finds[0]; f.Where != "https://example.org/result.json#5" || f.In != kept.Item.Digest || f.Dated.Unix() != 1723627800 || f.Edited.Unix() != 1723631400 {
			t.Errorf("%s was found %+v; want it in message 5, with its days", item.Name, f)
		}
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) != 1 || claims[0].Speaker != "Anna Kovalenko" || len(claims[0].Via) != 1 || claims[0].Via[0] != "Border news" {
		t.Errorf("claims %+v, %v; want the mayor by way of Border news", claims, err)
	}
	figures, err := d.Figures(t.Context(), "kursk")
	if err != nil || len(figures) != 1 || figures[0].Carriers[0].Name != "Relay" {
		t.Errorf("figures %+v, %v; want one that Relay carries", figures, err)
	}
}

// A chat whose folder is handed in as a zip holds its media too, tied to their messages.
func TestZippedChatIsUnpacked(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, f := range []struct{ name, content string }{
		{"ChatExport/result.json", `{"name": "Village chat", "type": "private_supergroup", "id": 1, "messages": [
  {"id": 5, "type": "message", "date": "2024-08-14T09:30:00", "from": "Olha K", "from_id": "user1", "photo": "photos/1.jpg", "text": "I counted 12 tanks near Sudzha."}]}`},
		{"ChatExport/photos/1.jpg", "a photo, for all the desk knows"},
	} {
		out, err := w.Create(f.name)
		if err == nil {
			_, err = io.WriteString(out, f.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	d := open(t)
	kept := add(t, d, file("chat.zip", packed.Bytes()))
	if kept.Item.Kind != atleast.Archive || kept.Held != 2 || kept.Trouble != "" {
		t.Fatalf("kept %+v; want a chat with a message and a photo", kept)
	}
	items, err := d.Held(t.Context(), "kursk", kept.Item.Digest)
	if err != nil || len(items) != 2 {
		t.Fatalf("%d items, %v; want the message and the photo", len(items), err)
	}
	for _, item := range items {
		if finds, err := d.Finds(t.Context(), item.Digest); err != nil || len(finds) != 1 || !strings.HasSuffix(finds[0].Where, "chat.zip#5") {
			t.Errorf("%s was found %+v, %v; want it in message 5", item.Name, finds, err)
		}
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) != 1 || claims[0].Speaker != "Olha K" {
		t.Errorf("claims %+v, %v; want that of the member who wrote it", claims, err)
	}
}

// What is sent with a letter is kept beside it, found in it and read like any other.
func TestLetterIsUnpacked(t *testing.T) {
	d := open(t)
	letter := "From: Anna Kovalenko <anna@example.org>\r\nDate: Thu, 15 Aug 2024 09:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain\r\n\r\nAt least 12 soldiers were captured near Sudzha.\r\n" +
		"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=list.txt\r\n\r\nMayor Ivan Petrenko said that 30 soldiers were captured.\r\n--b--\r\n"
	kept := add(t, d, file("letter.eml", []byte(letter)))
	if kept.Item.Kind != atleast.Report || kept.Held != 1 || kept.Trouble != "" {
		t.Fatalf("kept %+v; want a report that holds one item", kept)
	}
	held, err := d.Held(t.Context(), "kursk", kept.Item.Digest)
	if err != nil || len(held) != 1 || held[0].Name != "list.txt" || held[0].Kind != atleast.Report {
		t.Fatalf("holds %+v, %v; want the list", held, err)
	}
	finds, err := d.Finds(t.Context(), held[0].Digest)
	if err != nil || len(finds) != 1 || !strings.HasSuffix(finds[0].Where, "letter.eml#list.txt") || finds[0].Dated.UTC().Hour() != 6 {
		t.Errorf("found %+v, %v; want the letter and when it was sent", finds, err)
	}
	said := map[string]bool{}
	claims, err := d.Claims(t.Context(), "kursk")
	for _, c := range claims {
		said[c.Speaker] = true
	}
	if err != nil || !said["Anna Kovalenko"] || !said["Ivan Petrenko"] {
		t.Errorf("speakers %v, %v; want who wrote the letter and who is in the list", said, err)
	}
	size, err := d.LedgerSize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	add(t, d, file("letter.eml", []byte(letter)))
	if again, err := d.LedgerSize(t.Context()); err != nil || again != size {
		t.Errorf("handed in again: %d entries, had %d (%v)", again, size, err)
	}
}
