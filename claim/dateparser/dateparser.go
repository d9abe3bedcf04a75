// Package dateparser stands in for github.com/markusmobius/go-dateparser, which
// go-htmldate names and atleast never calls: pages are read in htmldate's fast
// mode, which does not guess at dates in running text. The real one builds tables
// for 200 languages, 95 MB and 0.2 s of processor time, in every start of every
// command. go.mod puts this one in its place.
package dateparser

import (
	"errors"
	"time"
)

// Parser parses nothing.
type Parser struct {
	ParserTypes []ParserType
}

// ParserType is a way to parse a date.
type ParserType uint8

// The ways that are named.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource is which of several possible dates is meant.
type PreferredDateSource uint8

// Past means the last one.
const Past PreferredDateSource = 1

// Configuration is how the real one would parse.
type Configuration struct {
	CurrentTime         time.Time // which day htmldate's fast mode takes for today; zero for the day it is
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a date that was found.
type Date struct {
	Time time.Time
}

// errAbsent cannot reach a user while pages are read in the fast mode.
var errAbsent = errors.New("dateparser: dates in running text are not guessed at")

// Parse finds nothing.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errAbsent
}
