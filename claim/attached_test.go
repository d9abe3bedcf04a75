package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
)

const letterWithFiles = "From: Anna Kovalenko <anna@example.org>\r\nDate: Thu, 15 Aug 2024 09:00:00 +0300\r\nMIME-Version: 1.0\r\nMessage-ID: <1@example.org>\r\n" +
	"Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
	"--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nTwelve soldiers were captured.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Twelve</p>\r\n--c--\r\n" +
	"--b\r\nContent-Type: image/png; name=\"=?utf-8?B?0LzRltGB0YI=?=.png\"\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\naGVs\r\nbG8=\r\n" +
	"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"C:\\reports\\list.txt\"\r\n\r\nThe mayor said 30 were captured.\r\n" +
	"--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment\r\n\r\n\x01\x02\r\n--b--\r\n"

// What is sent with a letter are its files, whatever the letter calls them; the
// letter's own text is none, nor are the pictures of a saved page.
func TestAttachments(t *testing.T) {
	files, sent, err := claim.Attachments([]byte(letterWithFiles))
	if err != nil || len(files) != 3 || sent.UTC().Format("2006-01-02 15:04") != "2024-08-15 06:00" {
		t.Fatalf("%d files of %v, %v; want three", len(files), sent, err)
	}
	for i, want := range []claim.Attached{{"міст.png", []byte("hello")}, {"list.txt", []byte("The mayor said 30 were captured.")}, {"attached 3", []byte("\x01\x02")}} {
		if files[i].Name != want.Name || string(files[i].Body) != string(want.Body) {
			t.Errorf("file %d is %q, %q; want %q, %q", i, files[i].Name, files[i].Body, want.Name, want.Body)
		}
	}
	saved := strings.Replace(letterWithFiles, "Anna Kovalenko <anna@example.org>", "<Saved by Blink>", 1)
	if files, _, err := claim.Attachments([]byte(saved)); err != nil || len(files) != 0 {
		t.Errorf("a saved page: %d files, %v", len(files), err)
	}
	cut := letterWithFiles[:strings.Index(letterWithFiles, "Content-Type: application")]
	if files, _, err := claim.Attachments([]byte(cut)); err != nil || len(files) != 2 {
		t.Errorf("cut short: %d files, %v; want those before", len(files), err)
	}
	if _, _, err := claim.Attachments([]byte("no letter")); err == nil {
		t.Error("what is no letter has files")
	}
}

// Parts without end are refused.
func TestAttachmentsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "--b\r\nContent-Disposition: attachment; filename=%d\r\n\r\nx\r\n", i)
	}
	if files, _, err := claim.Attachments([]byte(b.String())); err == nil || len(files) > 1000 {
		t.Errorf("%d files, %v", len(files), err)
	}
}

func FuzzAttachments(f *testing.F) {
	f.Add([]byte(letterWithFiles))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, _, _ := claim.Attachments(data)
		for _, file := range files {
			if file.Name == "" || len(file.Body) == 0 || strings.ContainsAny(file.Name, `/\\`) {
				t.Errorf("file %q of %d bytes", file.Name, len(file.Body))
			}
		}
	})
}
