package syntax

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // the model
	"fmt"
	"sync"
)

//go:embed english.model
var englishModel []byte

// Grammar tags and parses English sentences.
type Grammar struct {
	groups groups
	tagger tagger
	parser parser
	lemmas lemmas
}

// English is the grammar that ships with the program. It is unpacked on first use.
var English = sync.OnceValue(func() *Grammar {
	g, err := Load(englishModel)
	if err != nil {
		panic(fmt.Sprintf("the embedded English grammar is broken: %v", err))
	}
	return g
})

// Load reads a model that Training.Learn wrote.
func Load(model []byte) (*Grammar, error) {
	packed, err := gzip.NewReader(bytes.NewReader(model))
	if err != nil {
		return nil, fmt.Errorf("loading a grammar: %w: %w", ErrModel, err)
	}
	in := bufio.NewReaderSize(packed, 1<<16)
	kin, err := readGroups(in)
	if err != nil {
		return nil, fmt.Errorf("loading a grammar: %w: %w", ErrModel, err)
	}
	var parts [3]*weights
	for i := range parts {
		classes, r, err := readRows(in)
		if err != nil {
			return nil, fmt.Errorf("loading a grammar: %w", err)
		}
		parts[i] = newWeights(classes, r)
	}
	words, err := readLemmas(in)
	if err != nil {
		return nil, fmt.Errorf("loading a grammar: %w: %w", ErrModel, err)
	}
	return &Grammar{kin, tagger{parts[0]}, parser{parts[1], parts[2]}, words}, nil
}

// Lemma returns the dictionary form of a lower-case word that has a tag; only
// verbs have one that differs.
func (g *Grammar) Lemma(low, tag string) string { return g.lemmas.of(low, tag) }

// Tag fills in what Parse does but for heads, relations and lemmas, which take
// most of its time.
func (g *Grammar) Tag(words []Word, named func(string) bool) {
	for i := range words {
		words[i].prepare()
	}
	g.groups.mark(words)
	g.tagger.tag(words, named)
	repair(words)
}

// Parse fills in the tag, head and relation of every word of one sentence. Words
// for which named holds are names whatever else they could be; nil is no names.
func (g *Grammar) Parse(words []Word, named func(string) bool) {
	g.Tag(words, named)
	g.parser.parse(words)
	freeFromMarks(words)
	for i := range words {
		words[i].Lemma = g.lemmas.of(words[i].Low, words[i].Tag)
	}
}
