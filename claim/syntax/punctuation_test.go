package syntax

import "testing"

func TestFreeFromMarks(t *testing.T) {
	words := []Word{{Tag: "-LRB-", Head: -1, Rel: "root"}, {Tag: "VBG", Head: 0, Rel: "acl"}, {Tag: "NN", Head: 3, Rel: "obl"}, {Tag: ":", Head: 1, Rel: "punct"}, {Tag: "NN", Head: 0, Rel: "dep"}}
	freeFromMarks(words)
	for i, want := range []int{1, -1, 1, 1, 1} {
		if words[i].Head != want {
			t.Errorf("word %d depends on %d, want %d", i, words[i].Head, want)
		}
	}
	if words[1].Rel != "root" {
		t.Errorf("the root is called %s", words[1].Rel)
	}
}
