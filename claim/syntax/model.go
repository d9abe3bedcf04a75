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
	tagger   tagger
	parser   parser
	labeller labeller
	lemmas   lemmas
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
	var parts [3]*weights
	for i := range parts {
		if parts[i], err = readWeights(in); err != nil {
			return nil, fmt.Errorf("loading a grammar: %w", err)
		}
	}
	words, err := readLemmas(in)
	if err != nil {
		return nil, fmt.Errorf("loading a grammar: %w: %w", ErrModel, err)
	}
	return &Grammar{tagger{parts[0]}, parser{parts[1]}, labeller{parts[2]}, words}, nil
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
	g.tagger.tag(words, named)
	repair(words)
}

// Parse fills in the tag, head and relation of every word of one sentence. Words
// for which named holds are names whatever else they could be; nil is no names.
func (g *Grammar) Parse(words []Word, named func(string) bool) {
	g.Tag(words, named)
	g.parser.parse(words)
	g.labeller.label(words)
	for i := range words {
		words[i].Lemma = g.lemmas.of(words[i].Low, words[i].Tag)
	}
}
