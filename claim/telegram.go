package claim

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrNotTelegram is returned for JSON that is no export of a Telegram chat.
var ErrNotTelegram = errors.New("no Telegram export")

// telegramExport is the part of Telegram's result.json that is read.
type telegramExport struct {
	Name     string
	Messages []struct {
		ID   int64
		Type string
		Date string
		Text telegramText
	}
}

// telegramText is a string, or a list of strings and of objects with a text.
type telegramText string

// UnmarshalJSON joins the pieces of a formatted message.
func (t *telegramText) UnmarshalJSON(raw []byte) error {
	var plain string
	if json.Unmarshal(raw, &plain) == nil {
		*t = telegramText(plain)
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
	*t = telegramText(b.String())
	return nil
}

// Telegram takes the messages out of a chat that Telegram Desktop exported as
// result.json: one report each, named after the file and the message, "result.json#1204",
// with the day it was posted. Messages without text are left out.
func Telegram(name string, data []byte) ([]Report, error) {
	var export telegramExport
	if err := json.Unmarshal(data, &export); err != nil {
		return nil, fmt.Errorf("reading %s: %w: %w", name, ErrNotTelegram, err)
	}
	if export.Messages == nil {
		return nil, fmt.Errorf("reading %s: it has no messages: %w", name, ErrNotTelegram)
	}
	var out []Report
	for _, m := range export.Messages {
		if text := string(m.Text); m.Type == "message" && strings.TrimSpace(text) != "" {
			day, _, _ := strings.Cut(m.Date, "T")
			out = append(out, Report{Name: fmt.Sprintf("%s#%d", name, m.ID), Text: text, Date: day})
		}
	}
	return out, nil
}
