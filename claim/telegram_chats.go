package claim

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// How much of an export is held at a time, and how deep chats lie in it.
const (
	maxMessage = 8 << 20 // bytes; Telegram itself ends a message at 4096 characters
	maxNesting = 16
)

// chatReader walks through an export without holding it.
type chatReader struct {
	name    string
	in      *json.Decoder
	budget  *budget
	yield   func(Message, error) bool
	found   bool // a list of messages
	stopped bool // the caller wants no more
}

// errStopped ends the walk where the caller wants no more.
var errStopped = errors.New("stopped")

// value walks through one value, which stands under a key in an object of the
// chat so called.
func (c *chatReader) value(key, chat string, depth int) error {
	token, err := c.in.Token()
	if err != nil {
		return err
	}
	c.budget.left = maxMessage
	if depth > maxNesting {
		return fmt.Errorf("it is nested deeper than %d levels", maxNesting)
	}
	switch token {
	case json.Delim('{'):
		return c.object(depth)
	case json.Delim('['):
		if key == "messages" {
			return c.messages(chat)
		}
		for c.in.More() {
			if err := c.value("", chat, depth+1); err != nil {
				return err
			}
		}
		_, err = c.in.Token()
		return err
	}
	return nil
}

// object walks through an object: a chat, or what holds chats. The name of a
// chat stands before its messages.
func (c *chatReader) object(depth int) error {
	chat := ""
	for c.in.More() {
		token, err := c.in.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if key == "name" {
			var raw json.RawMessage
			if err := c.in.Decode(&raw); err != nil {
				return err
			}
			_ = json.Unmarshal(raw, &chat) // a deleted account's chat is called null
			continue
		}
		if err := c.value(key, chat, depth+1); err != nil {
			return err
		}
	}
	_, err := c.in.Token()
	return err
}

// messages gives the messages of a chat one by one.
func (c *chatReader) messages(chat string) error {
	c.found = true
	for c.in.More() {
		c.budget.left = maxMessage
		var raw json.RawMessage
		if err := c.in.Decode(&raw); err != nil {
			return err
		}
		m, ok, err := message(c.name, chat, raw)
		if err != nil {
			return err
		}
		if ok && !c.yield(m, nil) {
			c.stopped = true
			return errStopped
		}
	}
	_, err := c.in.Token()
	return err
}

// budget is a stream of which only so much may be read before it is renewed.
type budget struct {
	r    io.Reader
	left int
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("a message is longer than %d bytes", maxMessage)
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
