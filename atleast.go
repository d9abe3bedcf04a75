// Package atleast holds the nouns of the verification desk: what a case, an
// item, a claim, a sighting, a verdict and a tally are, how each is written
// down, and what makes one of them invalid. The nouns do no input or output
// and import nothing else of the project; every other package speaks in them.
//
// doc/terms.md is the dictionary. One word stands for one thing everywhere.
package atleast
