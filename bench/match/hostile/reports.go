package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/media"
)

const prose = `The army said on Wednesday it captured 102 soldiers near Korenevo, the largest group since 6 August 2024.
Officials told the Harbour Times the figure was "in the hundreds". Зеленський заявив, що взято в полон понад 100 військових.
`

const page = `<!DOCTYPE html><html lang="en"><head><title>102 soldiers</title><meta charset="utf-8">
<meta property="article:published_time" content="2024-08-15T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"A. Writer"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>102 soldiers</h1><p>%s</p>
<table><tr><td>Wed</td><td>102</td></tr><tr><td><table><tr><td>247</td></tr></table></td></tr></table>
<blockquote>&laquo;%s&raquo;</blockquote></article></body></html>`

const chat = `{"name": "Channel", "type": "public_channel", "id": 1234, "messages": [
{"id": 1, "type": "message", "date": "2024-08-15T10:00:00", "date_unixtime": "1723716000", "from": "Channel", "text": ["They took ", {"type": "bold", "text": "102"}, " soldiers"]},
{"id": 2, "type": "message", "date": "2024-08-15T11:00:00", "date_unixtime": "1723719600", "from": "Channel", "photo": "photos/photo_1.jpg", "text": "See photo"}]}`

// said are the reports that are mutated.
func said() ([]seed, error) {
	document, err := office()
	if err != nil {
		return nil, err
	}
	return []seed{
		{"report html", fmt.Appendf(nil, page, prose, prose)},
		{"report pdf", portable(false)},
		{"report pdf packed", portable(true)},
		{"report text", []byte(prose + prose)},
		{"report utf-16", wide(prose)},
		{"report chat", []byte(chat)},
		{"report docx", document},
	}, nil
}

// portable is a PDF of one page.
func portable(packed bool) []byte {
	var drawn bytes.Buffer
	var to io.Writer = &drawn
	filter := ""
	if packed {
		to, filter = zlib.NewWriter(&drawn), "/Filter /FlateDecode "
	}
	for i, line := range strings.Split(strings.ReplaceAll(prose, `"`, "'"), "\n") {
		fmt.Fprintf(to, "BT /F1 12 Tf 72 %d Td (%s) Tj ET\n", 720-14*i, line)
	}
	if z, ok := to.(*zlib.Writer); ok {
		_ = z.Close() // into memory
	}
	parts := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< %s/Length %d >>\nstream\n%s\nendstream", filter, drawn.Len(), drawn.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}
	out := []byte("%PDF-1.4\n")
	places := "0000000000 65535 f \n"
	for i, part := range parts {
		places += fmt.Sprintf("%010d 00000 n \n", len(out))
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", i+1, part)
	}
	return fmt.Appendf(out, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(parts)+1, places, len(parts)+1, len(out))
}

func wide(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// office is a document of a word processor, which is kept and not read.
func office() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document><w:p>" + prose + "</w:p></w:document>"} {
		f, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(f, content); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// maxReport is how large a report is blown up at most: a page of a newspaper's
// site with all its pictures inside.
const maxReport = 4 << 20

// blownUp repeats a piece of a report until it is large: what nests is nested
// thousands of times.
func blownUp(r *rand.Rand, file []byte) []byte {
	from := r.IntN(len(file))
	piece := file[from:min(len(file), from+1+r.IntN(64))]
	times := 1 << (4 + r.IntN(14))
	times = min(times, maxReport/len(piece))
	at := r.IntN(len(file))
	return bytes.Join([][]byte{file[:at], bytes.Repeat(piece, times), file[at:]}, nil)
}

// tryReport hands one report to the desk, the way of all reports.
func (t *trial) tryReport(ctx context.Context, name string, content []byte) (reason string, err error) {
	file := intake.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
	kept, err := t.desk.Add(ctx, "hostile", "hostile", file)
	if err != nil {
		return "fault", err
	}
	_, refused, ok := strings.Cut(kept.Trouble, "refused: ")
	switch {
	case ok:
		reason, _, _ = strings.Cut(refused, ":")
	case strings.Contains(kept.Trouble, "broke down"):
		reason = string(media.Crashed)
	case kept.Trouble != "":
		reason = string(media.Damaged)
	case kept.Item.Kind == atleast.Other:
		reason = string(media.Unknown)
	}
	return reason, nil
}

// ownMemory is the most memory this process, and so the desk, ever had in use.
func ownMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, _ := strconv.ParseInt(strings.Fields(after + " 0")[0], 10, 64)
	return kilobytes << 10
}
