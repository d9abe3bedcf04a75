// Package syntax finds the sentences and words of English text, their parts of
// speech, and how the words depend on one another.
//
// The grammar is a linear model learnt from treebanks of Universal Dependencies and
// from word vectors; the command in train learns it anew. Everything here takes time
// linear in the text, and the same text always gives the same tree.
package syntax
