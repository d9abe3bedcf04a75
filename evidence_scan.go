package atleast

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// longestText bounds one JSON string or number, so that a hostile file cannot
// make the scanner hold all of it.
const longestText = 1 << 20

// scanner reads JSON from a stream, one value at a time, and knows the path of
// the value it is at. It never holds more than one string of the document.
type scanner struct {
	from io.Reader
	buf  []byte
	at   int   // next byte of buf to read
	read int64 // bytes of the document that came before buf
	end  error // what the reader said when it stopped: io.EOF or worse
	path []step
	text []byte // the last string or number
}

// step is one step of a path: a field, or an index where name is empty.
type step struct {
	name  string
	index int
}

func newScanner(r io.Reader) *scanner {
	return &scanner{from: r, buf: make([]byte, 0, 1<<16)}
}

// fail is an error at the present path. An unreadable stream outranks the
// complaint about what it broke off in.
func (s *scanner) fail(reason string, args ...any) error {
	if s.end != nil && !errors.Is(s.end, io.EOF) {
		return fmt.Errorf("evidence: reading byte %d: %w", s.read+int64(s.at), s.end)
	}
	return bad(s.where(), reason, args...)
}

func (s *scanner) where() string {
	var b []byte
	for _, step := range s.path {
		switch {
		case step.name == "":
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(step.index), 10)
			b = append(b, ']')
		case len(b) > 0:
			b = append(b, '.')
			b = append(b, step.name...)
		default:
			b = append(b, step.name...)
		}
	}
	return string(b)
}

// syntax is a failure of JSON itself.
func (s *scanner) syntax(want string) error {
	c, ok := s.byte()
	if !ok {
		return s.fail("the file ends at byte %d; want %s", s.read+int64(s.at), want)
	}
	return s.fail("byte %d is %q; want %s", s.read+int64(s.at), c, want)
}

// byte is the next byte, which stays unread.
func (s *scanner) byte() (byte, bool) {
	for s.at == len(s.buf) {
		if s.end != nil {
			return 0, false
		}
		s.read += int64(len(s.buf))
		var n int
		n, s.end = s.from.Read(s.buf[:cap(s.buf)])
		s.buf, s.at = s.buf[:n], 0
	}
	return s.buf[s.at], true
}

// peek is the first byte of the next token, or 0 at the end.
func (s *scanner) peek() byte {
	for {
		c, ok := s.byte()
		if !ok {
			return 0
		}
		if c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
		s.at++
	}
}

// take reads c if it is the next token.
func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

// null reads null if it is the next token.
func (s *scanner) null() bool {
	if s.peek() != 'n' {
		return false
	}
	for _, want := range []byte("null") {
		if c, ok := s.byte(); !ok || c != want {
			return false
		}
		s.at++
	}
	return true
}

// string reads a string; the bytes are good until the next one is read.
func (s *scanner) string() ([]byte, error) {
	if s.peek() != '"' {
		return nil, s.syntax("a string")
	}
	s.at++
	s.text = s.text[:0]
	plain := true
	for {
		c, ok := s.byte()
		switch {
		case !ok || c < ' ':
			return nil, s.syntax("the end of a string")
		case c == '"':
			s.at++
			return s.unquote(plain)
		case len(s.text) > longestText:
			return nil, s.fail("a string of more than %d bytes", longestText)
		case c == '\\':
			plain = false
			s.text = append(s.text, c)
			s.at++
			if c, ok = s.byte(); !ok {
				return nil, s.syntax("the end of a string")
			}
			s.text = append(s.text, c)
			s.at++
		default:
			s.run()
		}
	}
}

// run takes the bytes of a string up to the next one that means something.
func (s *scanner) run() {
	rest := s.buf[s.at:]
	n := bytes.IndexFunc(rest, func(r rune) bool { return r == '"' || r == '\\' || r < ' ' })
	if n < 0 {
		n = len(rest)
	}
	s.text = append(s.text, rest[:n]...)
	s.at += n
}

func (s *scanner) unquote(plain bool) ([]byte, error) {
	if !plain {
		var text string
		if err := json.Unmarshal([]byte(`"`+string(s.text)+`"`), &text); err != nil {
			return nil, s.fail("a string with a bad escape")
		}
		s.text = append(s.text[:0], text...)
	}
	if !utf8.Valid(s.text) {
		return nil, s.fail("a string that is not UTF-8")
	}
	return s.text, nil
}

// number reads the text of a number.
func (s *scanner) number() ([]byte, error) {
	s.peek()
	s.text = s.text[:0]
	for {
		c, ok := s.byte()
		if !ok || (c < '0' || c > '9') && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' {
			break
		}
		if len(s.text) > longestText {
			return nil, s.fail("a number of more than %d digits", longestText)
		}
		s.text = append(s.text, c)
		s.at++
	}
	if len(s.text) == 0 {
		return nil, s.syntax("a number")
	}
	if !json.Valid(s.text) {
		return nil, s.fail("%q is no JSON number", clip(s.text))
	}
	return s.text, nil
}

// clip shortens what an error quotes.
func clip(text []byte) string {
	if len(text) > 60 {
		return string(text[:60]) + "..."
	}
	return string(text)
}

// object reads an object whose fields are known, and calls field with the index
// of each. A field that is unknown or stands twice is an error that names it.
func (s *scanner) object(known []string, field func(int) error) error {
	if !s.take('{') {
		return s.syntax("an object")
	}
	if s.take('}') {
		return nil
	}
	seen := uint64(0)
	for {
		key, err := s.string()
		if err != nil {
			return err
		}
		i := fieldIndex(known, key)
		if i < 0 {
			s.path = append(s.path, step{name: clip(key)})
			return s.fail("unknown field; the fields here are %v", known)
		}
		s.path = append(s.path, step{name: known[i]})
		if seen&(1<<i) != 0 {
			return s.fail("stands twice")
		}
		seen |= 1 << i
		if !s.take(':') {
			return s.syntax("':'")
		}
		if !s.null() {
			if err := field(i); err != nil {
				return err
			}
		}
		s.path = s.path[:len(s.path)-1]
		if s.take('}') {
			return nil
		}
		if !s.take(',') {
			return s.syntax("',' or '}'")
		}
	}
}

func fieldIndex(known []string, key []byte) int {
	for i, name := range known {
		if string(key) == name {
			return i
		}
	}
	return -1
}

// array reads an array and calls element before each of its values.
func (s *scanner) array(element func(int) error) error {
	if !s.take('[') {
		return s.syntax("an array")
	}
	if s.take(']') {
		return nil
	}
	for i := 0; ; i++ {
		s.path = append(s.path, step{index: i})
		if err := element(i); err != nil {
			return err
		}
		s.path = s.path[:len(s.path)-1]
		if s.take(']') {
			return nil
		}
		if !s.take(',') {
			return s.syntax("',' or ']'")
		}
	}
}
