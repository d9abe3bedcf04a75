package claim_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
)

const letterHead = "From: =?utf-8?B?0J7Qu9GM0LPQsCDQmtC+0LLQsNC70Yw=?= <olha@example.org>\r\nDate: Wed, 14 Aug 2024 10:00:00 +0300\r\nSubject: Numbers\r\nMIME-Version: 1.0\r\n"

func TestLetters(t *testing.T) {
	cyrillic, err := charmap.Windows1251.NewEncoder().String("Захоплено щонайменше 82 села.")
	if err != nil {
		t.Fatal(err)
	}
	html := "<html><body><article><p>" + strings.Repeat("Officials said that at least 12 soldiers were captured near Sudzha. ", 9) + "</p></article></body></html>"
	alternatives := "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n" +
		"--c\r\nContent-Type: text/html\r\n\r\n" + html + "\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nWe counted =\r\n12 tanks.\r\n--c--\r\n" +
		"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNot this.\r\n--b--\r\n"
	for name, tc := range map[string]struct{ data, text, date, author string }{
		"plain":        {letterHead + "\r\nWe counted 12 tanks.\r\n", "We counted 12 tanks.", "2024-08-14", "Ольга Коваль"},
		"alternatives": {letterHead + alternatives, "We counted 12 tanks.", "2024-08-14", "Ольга Коваль"},
		"cut short":    {letterHead + alternatives[:len(alternatives)-60], "We counted 12 tanks.", "2024-08-14", "Ольга Коваль"},
		"base64, windows-1251": {letterHead + "Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
			base64.StdEncoding.EncodeToString([]byte(cyrillic)), "Захоплено щонайменше 82 села.", "2024-08-14", "Ольга Коваль"},
		"a saved page": {"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nDate: Wed, 14 Aug 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n" +
			"Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\n\r\n" + html +
			"\r\n--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n", "Officials said that at least 12 soldiers", "", ""},
	} {
		r, err := claim.Extract(name, []byte(tc.data))
		if err != nil || !strings.HasPrefix(r.Text, tc.text) || r.Date != tc.date || r.Author != tc.author || strings.Contains(r.Text, "Not this") {
			t.Errorf("%s: %+v, %v; want %+v", name, r, err, tc)
		}
	}
	r, err := claim.Extract("letter.eml", []byte(letterHead+"\r\nWe counted 12 tanks near Sudzha.\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if claims := claim.Read(r); len(claims) != 1 || claims[0].Speaker != "Ольга Коваль" || claims[0].SpeakerKind != atleast.Named {
		t.Errorf("claims %+v, want that of the sender", claims)
	}
}

// packed is a zip of one file.
func packed(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(f, content)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	word = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>At least </w:t></w:r><w:r><w:t xml:space="preserve">12 died,</w:t><w:tab/><w:t>officials said.</w:t></w:r>` +
		`<w:del><w:r><w:delText>Nobody</w:delText></w:r></w:del></w:p><w:p/><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>It rained &amp; snowed.</w:t></w:r></w:p></w:body></w:document>`
	open = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
<text:tracked-changes><text:p>Nobody</text:p></text:tracked-changes><text:h>Flood</text:h>
<text:p>At least<text:s/><text:span>12 died,</text:span> officials said.<office:annotation><text:p>Really?</text:p></office:annotation></text:p></office:text></office:body></office:document-content>`
)

func TestDocuments(t *testing.T) {
	for name, tc := range map[string]struct {
		data []byte
		text string
	}{
		"a.docx": {packed(t, "word/document.xml", word), "At least 12 died, officials said.\nIt rained & snowed.\n"},
		"a.odt":  {packed(t, "content.xml", open), "Flood\nAt least 12 died, officials said.\n"},
	} {
		if r, err := claim.Extract(name, tc.data); err != nil || r.Text != tc.text {
			t.Errorf("%s: %q, %v; want %q", name, r.Text, err, tc.text)
		}
	}
}

// What cannot be read is said to be what it is, and what to do about it.
func TestUnreadable(t *testing.T) {
	for name, tc := range map[string]struct{ data, want string }{
		"empty":        {"", "empty"},
		"blank":        {" \n\n", "empty"},
		"rtf":          {`{\rtf1\ansi 12 died}`, "save it as"},
		"doc":          {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "save it as"},
		"zip":          {string(packed(t, "a.txt", "12 died")), "take out of it"},
		"attachments":  {letterHead + "Content-Type: image/png\r\n\r\nabc", "what is attached"},
		"gzip":         {"\x1f\x8b\x08\x00", "unpack it"},
		"broken docx":  {string(packed(t, "word/document.xml", "<w:p></w:q>")), "damaged document"},
		"swollen docx": {string(packed(t, "word/document.xml", "<a>"+strings.Repeat("a", 33<<20)+"</a>")), "damaged document"},
	} {
		if _, err := claim.Extract(name, []byte(tc.data)); !errors.Is(err, claim.ErrNotText) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v; want %q", name, err, tc.want)
		}
	}
}

func FuzzLetter(f *testing.F) {
	f.Add(letterHead + "\r\nWe counted 12 tanks.\r\n")
	f.Add("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--")
	f.Fuzz(func(t *testing.T, letter string) {
		if _, err := claim.Extract("a.eml", []byte("Message-ID: a\n"+letter)); err != nil && !errors.Is(err, claim.ErrNotText) {
			t.Errorf("%v does not say that there is no text", err)
		}
	})
}

func FuzzDocument(f *testing.F) {
	f.Add(true, word)
	f.Add(false, open)
	f.Fuzz(func(t *testing.T, isWord bool, content string) {
		name := map[bool]string{true: "word/document.xml", false: "content.xml"}[isWord]
		if _, err := claim.Extract("a.docx", packed(t, name, content)); err != nil && !errors.Is(err, claim.ErrNotText) {
			t.Errorf("%v does not say that there is no text", err)
		}
	})
}
