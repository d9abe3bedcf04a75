package syntax

import (
	"bufio"
	"encoding/binary"
	"slices"
	"strings"
)

// lemmas are the dictionary forms of the verbs that the treebank holds.
type lemmas map[string]string

// learnLemmas keeps for every form of a verb the lemma it has most often.
func learnLemmas(sentences [][]Word) lemmas {
	counts := map[[2]string]int{}
	for _, s := range sentences {
		for _, w := range s {
			if strings.HasPrefix(w.Tag, "V") && w.Lemma != "" {
				counts[[2]string{w.Low, w.Lemma}]++
			}
		}
	}
	out, most := lemmas{}, map[string]int{}
	for pair, n := range counts {
		form, lemma := pair[0], pair[1]
		if n > most[form] || n == most[form] && lemma < out[form] {
			out[form], most[form] = lemma, n
		}
	}
	return out
}

func (l lemmas) write(out *bufio.Writer) error {
	var buf []byte
	forms := make([]string, 0, len(l))
	for form := range l {
		forms = append(forms, form)
	}
	slices.Sort(forms)
	buf = binary.AppendUvarint(buf, uint64(len(forms)))
	for _, form := range forms {
		for _, s := range []string{form, l[form]} {
			buf = append(binary.AppendUvarint(buf, uint64(len(s))), s...)
		}
	}
	_, err := out.Write(buf)
	return err
}

func readLemmas(in *bufio.Reader) (lemmas, error) {
	r := reader{in: in}
	out := lemmas{}
	for range r.count(1 << 20) {
		form := r.text()
		out[form] = r.text()
	}
	return out, r.err
}

// of returns the dictionary form of a word with a tag: looked up, else by rule.
func (l lemmas) of(low, tag string) string {
	if !strings.HasPrefix(tag, "V") {
		return low
	}
	if lemma, ok := l[low]; ok {
		return lemma
	}
	switch {
	case strings.HasSuffix(low, "ies"), strings.HasSuffix(low, "ied"):
		return low[:len(low)-3] + "y"
	case strings.HasSuffix(low, "ing") && len(low) > 5:
		return l.base(low[:len(low)-3])
	case strings.HasSuffix(low, "ed") && len(low) > 4:
		return l.base(low[:len(low)-2])
	case tag == "VBZ" && strings.HasSuffix(low, "es"):
		return l.base(low[:len(low)-2])
	case tag == "VBZ" && strings.HasSuffix(low, "s"):
		return low[:len(low)-1]
	}
	return low
}

// base finds the verb that a stem without its ending belongs to.
func (l lemmas) base(stem string) string {
	n := len(stem)
	if _, ok := l[stem+"e"]; ok {
		return stem + "e"
	}
	if _, ok := l[stem]; ok || n < 3 {
		return stem
	}
	last := stem[n-1]
	switch {
	case last == stem[n-2] && !strings.ContainsRune("lsfz", rune(last)):
		return stem[:n-1]
	case strings.ContainsRune("vuczg", rune(last)) && stem[n-2:] != "ng":
		return stem + "e"
	case strings.HasSuffix(stem, "at") || strings.HasSuffix(stem, "ir") || strings.HasSuffix(stem, "ur") || strings.HasSuffix(stem, "bl") || strings.HasSuffix(stem, "tl") || strings.HasSuffix(stem, "rs"):
		return stem + "e"
	}
	return stem
}
