package claim_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
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

// Who writes in a group speaks in it; who forwards into it passes on.
func TestAuthorOfMessage(t *testing.T) {
	for name, tc := range map[string]struct {
		from, more, text, speaker string
		via                       []string
	}{
		"own word":              {`"Olha K"`, "", "I counted 12 tanks near Sudzha.", "Olha K", nil},
		"somebody else's":       {`"Olha K"`, "", "Mayor Anna Kovalenko said that 12 soldiers were captured.", "Anna Kovalenko", []string{"Olha K"}},
		"the group itself":      {`"Village chat"`, "", "There were 12 tanks near Sudzha.", "", nil},
		"a deleted account":     {`null`, "", "There were 12 tanks near Sudzha.", "", nil},
		"forwarded":             {`"Olha K"`, `"forwarded_from": "Border news",`, "Mayor Anna Kovalenko said that 12 soldiers were captured.", "Anna Kovalenko", []string{"Border news", "Olha K"}},
		"forwarded by itself":   {`"Olha K"`, `"forwarded_from": "Olha K",`, "Mayor Anna Kovalenko said that 12 soldiers were captured.", "Anna Kovalenko", []string{"Olha K"}},
		"forwarded and saved":   {`"Village chat"`, `"forwarded_from": "Border news", "saved_from": "Relay",`, "There were 12 tanks near Sudzha.", "", []string{"Border news", "Relay"}},
		"forwarded, by nobody":  {`"Olha K"`, `"forwarded_from": null,`, "There were 12 tanks near Sudzha.", "Olha K", nil},
		"forwarded, own words":  {`"Olha K"`, `"forwarded_from": "Border news",`, "There were 12 tanks near Sudzha.", "", []string{"Border news", "Olha K"}},
		"what speaks of itself": {`"Olha K"`, "", "Olha K said that 12 soldiers were captured.", "Olha K", nil},
	} {
		all, err := messages(t, `{"name": "Village chat", "type": "private_supergroup", "id": 1, "messages": [
			{"id": 1, "type": "message", "date": "2024-08-14T09:30:00", "from": `+tc.from+`, "from_id": "user1", `+tc.more+` "text": "`+tc.text+`"}]}`)
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %d messages, %v", name, len(all), err)
		}
		alone, err := claim.Extract(all[0].Report.Name, all[0].File)
		if err != nil || !cmp.Equal(alone, all[0].Report) {
			t.Errorf("%s: alone %+v, %v; want %+v", name, alone, err, all[0].Report)
		}
		claims := claim.Read(all[0].Report)
		if len(claims) != 1 || claims[0].Speaker != tc.speaker || !slices.Equal(claims[0].Via, tc.via) || (tc.speaker == "") != (claims[0].SpeakerKind == atleast.OwnVoice) {
			t.Errorf("%s: claims %+v, want %q by way of %q", name, claims, tc.speaker, tc.via)
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
