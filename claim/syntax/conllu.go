package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// keptSubtypes are the relations whose subtype says something a reader of news
// needs; of all others only the relation itself is learnt.
var keptSubtypes = map[string]bool{
	"nsubj:pass": true, "aux:pass": true, "acl:relcl": true, "nmod:poss": true, "csubj:pass": true, "obl:agent": true,
}

// ReadCoNLLU reads a treebank in the CoNLL-U format.
func ReadCoNLLU(in io.Reader) ([][]Word, error) {
	var all [][]Word
	var one []Word
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" && one != nil {
			all, one = append(all, one), nil
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 10 || strings.ContainsAny(fields[0], "-.") {
			continue // a comment, a word of several tokens, or one that is not written
		}
		head, err := strconv.Atoi(fields[6])
		if err != nil {
			return nil, fmt.Errorf("reading CoNLL-U: line %d: the head %q is no number", number, fields[6])
		}
		w := Word{Text: fields[1], Lemma: strings.ToLower(fields[2]), Head: head - 1, Rel: relation(fields[7])}
		w.prepare()
		w.setTag(fields[4])
		one = append(one, w)
	}
	if one != nil {
		all = append(all, one)
	}
	return all, lines.Err()
}

func relation(s string) string {
	if keptSubtypes[s] {
		return s
	}
	s, _, _ = strings.Cut(s, ":")
	return s
}
