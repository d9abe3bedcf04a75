package claim_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast/claim"
)

const forwarded = `{"id": 21, "type": "message", "date": "2024-08-14T09:30:00", "date_unixtime": "1723627800", "edited_unixtime": "1723631400",
  "from": "Relay", "forwarded_from": "Border news", "photo": "photos\\1.jpg", "file": "(File not included. Change data exporting settings to download.)",
  "text": "At least 102 soldiers were captured, Mayor Anna Kovalenko said. & <>"}`

func messages(t *testing.T, export string) (all []claim.Message, err error) {
	t.Helper()
	for m, err := range claim.Messages("result.json", strings.NewReader(export)) {
		if err != nil {
			return all, err
		}
		all = append(all, m)
	}
	return all, nil
}

func TestMessages(t *testing.T) {
	chat := `{"name": "Relay", "type": "public_channel", "id": 1, "messages": [` + forwarded + `]}`
	for name, export := range map[string]string{"one chat": chat, "all chats": `{"about": "Telegram", "chats": {"about": "x", "list": [` + chat + `]}}`} {
		all, err := messages(t, export)
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %d messages, %v", name, len(all), err)
		}
		m := all[0]
		if m.ID != 21 || !m.Posted.Equal(time.Unix(1723627800, 0)) || !m.Edited.Equal(time.Unix(1723631400, 0)) || !slices.Equal(m.Media, []string{"photos/1.jpg"}) {
			t.Errorf("%s: %+v", name, m)
		}
		if !bytes.Contains(m.File, []byte(forwarded)) {
			t.Errorf("%s: the file %s does not hold the message as it stands", name, m.File)
		}
		alone, err := claim.Extract("result.json#21", m.File)
		if err != nil || alone.Text != m.Report.Text || alone.Outlet != "Relay" || alone.Date != "2024-08-14" || !slices.Equal(alone.Via, []string{"Border news"}) {
			t.Errorf("%s: read alone %+v, %v; want %+v", name, alone, err, m.Report)
		}
		claims := claim.Read(alone)
		if len(claims) != 1 || claims[0].Speaker != "Anna Kovalenko" || !slices.Equal(claims[0].Via, []string{"Border news"}) {
			t.Errorf("%s: claims %+v, want the mayor by way of Border news", name, claims)
		}
	}
}

func TestMessagesRefused(t *testing.T) {
	for name, export := range map[string]string{
		"a long message": `{"name":"a","messages":[{"id":1,"text":"` + strings.Repeat("a", 9<<20) + `"}]}`,
		"cut short":      `{"name":"a","messages":[{"id":1,"type":"message","text":"a"},{"id":2`,
		"deep":           strings.Repeat(`{"a":`, 40) + "1" + strings.Repeat("}", 40),
		"no messages":    `{"a":[1,2,{"b":null}]}`,
		"no JSON":        "hello",
	} {
		all, err := messages(t, export)
		if err == nil || len(all) > 1 {
			t.Errorf("%s: %d messages without an error", name, len(all))
		}
		if missing := !strings.Contains(export, "messages"); missing != errors.Is(err, claim.ErrNotTelegram) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzMessages(f *testing.F) {
	f.Add([]byte(`{"name":"a","messages":[` + forwarded + `]}`))
	f.Add([]byte(`{"chats":{"list":[{"name":null,"messages":[{"id":1,"type":"message","text":["a",{"text":"b"}]}]}]}}`))
	f.Fuzz(func(t *testing.T, export []byte) {
		for m, err := range claim.Messages("result.json", bytes.NewReader(export)) {
			if err == nil && m.Report.Text != "" {
				if alone, err := claim.Extract("m", m.File); err != nil || alone.Text != m.Report.Text {
					t.Errorf("read alone: %q, %v; want %q", alone.Text, err, m.Report.Text)
				}
			}
		}
	})
}
