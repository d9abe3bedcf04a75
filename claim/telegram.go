package claim

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrNotTelegram is returned for what is no export of a Telegram chat.
var ErrNotTelegram = errors.New("no Telegram export")

// Message is one message of a chat that Telegram Desktop exported.
type Message struct {
	ID     int64
	Posted time.Time // zero where the export does not say
	Edited time.Time // when it was last changed; zero where it never was
	Media  []string  // the files posted with it, by their paths beside the export
	File   []byte    // the message as a file of its own, which Extract reads
	Report Report    // what it says; without text where it has none
}

// exported is the part of a message that is read.
type exported struct {
	ID       int64         `json:"id"`
	Type     string        `json:"type"`
	Date     string        `json:"date"`
	Posted   unixTime      `json:"date_unixtime"`
	Edited   unixTime      `json:"edited_unixtime"`
	From     string        `json:"from"`           // who posted it: the channel itself, or a member of a group
	Written  string        `json:"forwarded_from"` // who wrote it first
	Saved    string        `json:"saved_from"`     // where it was taken from
	Text     formattedText `json:"text"`
	Photo    string        `json:"photo"`
	Attached string        `json:"file"`
}

// alone is a message as a file of its own: the object as it stands in the
// export, with the chat that it was posted in.
type alone struct {
	Chat    string          `json:"telegram_chat"`
	Message json.RawMessage `json:"message"`
}

// aloneStart is how such a file begins.
var aloneStart = []byte(`{"telegram_chat":`)

// Messages goes through the messages of a chat, or of all chats, in an export
// (result.json), holding one at a time. What is told of the chat itself
// ("pinned a message") is left out. An error ends the iteration; it wraps
// ErrNotTelegram where there are no messages.
func Messages(name string, r io.Reader) iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		chat := &chatReader{name: name, yield: yield, budget: &budget{r: r, left: maxMessage}}
		chat.in = json.NewDecoder(chat.budget)
		err := chat.value("", "", 0)
		switch {
		case chat.stopped:
		case err != nil && !chat.found:
			yield(Message{}, fmt.Errorf("reading %s: %w: %w", name, ErrNotTelegram, err))
		case err != nil:
			yield(Message{}, fmt.Errorf("reading %s: %w", name, err))
		case !chat.found:
			yield(Message{}, fmt.Errorf("reading %s: it has no messages: %w", name, ErrNotTelegram))
		}
	}
}

// Telegram takes the messages out of an export: one report each, named after the
// file and the message, "result.json#1204", with the channel as its outlet and
// the day it was posted. Messages without text are left out.
func Telegram(name string, data []byte) ([]Report, error) {
	var out []Report
	if start := bytes.TrimLeft(data, "\ufeff \t\r\n"); len(start) == 0 || start[0] != '{' {
		return nil, fmt.Errorf("reading %s: %w", name, ErrNotTelegram)
	}
	for m, err := range Messages(name, bytes.NewReader(data)) {
		if err != nil {
			return nil, err
		}
		if m.Report.Text != "" {
			out = append(out, m.Report)
		}
	}
	return out, nil
}

// message reads one message of a chat.
func message(file, chat string, raw json.RawMessage) (Message, bool, error) {
	var e exported
	if err := json.Unmarshal(raw, &e); err != nil {
		return Message{}, false, fmt.Errorf("a message cannot be read: %w", err)
	}
	if e.Type != "message" {
		return Message{}, false, nil
	}
	m := Message{ID: e.ID, Posted: e.Posted.Time, Edited: e.Edited.Time, Report: e.report(file, chat)}
	for _, file := range []string{e.Photo, e.Attached} {
		if file != "" && !strings.HasPrefix(file, "(") { // "(File not included. Change data exporting settings to download.)"
			m.Media = append(m.Media, path.Clean(strings.ReplaceAll(file, `\`, "/")))
		}
	}
	name, err := json.Marshal(chat)
	m.File = slices.Concat(aloneStart, name, []byte(`,"message":`), raw, []byte("}"))
	return m, err == nil, err
}

// report is what the message says. A member of a group who wrote it is its
// author; one who forwarded it is the last through whom it came.
func (e exported) report(file, chat string) Report {
	day, _, _ := strings.Cut(e.Date, "T")
	r := Report{Name: fmt.Sprintf("%s#%d", file, e.ID), Date: day, Outlet: chat, Text: string(e.Text)}
	if strings.TrimSpace(r.Text) == "" {
		r.Text = ""
	}
	for _, relay := range []string{e.Written, e.Saved} {
		if relay != "" && relay != chat && !slices.Contains(r.Via, relay) {
			r.Via = append(r.Via, relay)
		}
	}
	switch {
	case e.From == "" || e.From == chat || slices.Contains(r.Via, e.From):
	case len(r.Via) > 0:
		r.Via, r.Forwarder = append(r.Via, e.From), e.From
	default:
		r.Author = e.From
	}
	return r
}

// readMessage fills in the report from a message in a file of its own.
func (r *Report) readMessage(data []byte) error {
	var file alone
	var e exported
	if err := errors.Join(json.Unmarshal(data, &file), json.Unmarshal(file.Message, &e)); err != nil {
		return fmt.Errorf("a damaged message (%w): %w", err, ErrNotText)
	}
	said := e.report("", file.Chat)
	said.Name = r.Name
	*r = said
	return nil
}

// unixTime is a time as Telegram writes it: seconds since 1970, in a string.
type unixTime struct{ time.Time }

// UnmarshalJSON leaves the time zero where the string is empty.
func (t *unixTime) UnmarshalJSON(raw []byte) error {
	seconds, err := strconv.ParseInt(strings.Trim(string(raw), `"`), 10, 64)
	if err == nil {
		t.Time = time.Unix(seconds, 0).UTC()
	}
	return nil
}

// formattedText is a string, or a list of strings and of objects with a text.
type formattedText string

// UnmarshalJSON joins the pieces of a formatted message.
func (t *formattedText) UnmarshalJSON(raw []byte) error {
	var plain string
	if json.Unmarshal(raw, &plain) == nil {
		*t = formattedText(plain)
		return nil
	}
	var pieces []json.RawMessage
	if err := json.Unmarshal(raw, &pieces); err != nil {
		return err
	}
	var b strings.Builder
	for _, p := range pieces {
		var formatted struct{ Text string }
		if json.Unmarshal(p, &plain) == nil {
			b.WriteString(plain)
		} else if err := json.Unmarshal(p, &formatted); err != nil {
			return err
		} else {
			b.WriteString(formatted.Text)
		}
	}
	*t = formattedText(b.String())
	return nil
}
