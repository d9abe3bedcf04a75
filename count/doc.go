// Package count answers "how many, at least?": from sightings and verdicts to
// a floor in which nobody is counted twice, with its proof.
//
// # The question
//
// Each sighting is a set of people nobody can see whole, of a size between its
// low and its high. Verdicts relate pairs: same people, within, different, or
// nothing said. The floor is the least number of people in any world that
// agrees with all of it; the ceiling is the greatest. Silence is safe: where
// nothing proves two sightings different, they may show the same people. And
// knowledge only narrows: no verdict lowers the floor or raises the ceiling.
//
// # Where a difference comes from
//
//   - a verdict "different" by two reviewers;
//   - place and time: nobody is in two places at once. The least distance
//     between two discs, on the ellipsoid, is further than the stated speed
//     reaches in the longest time that the two spans allow. The solver claims
//     it only with room to spare (margin), so that whoever checks it with other
//     arithmetic agrees;
//   - kinds that exclude each other;
//   - a named assumption, which has a floor of its own and never enters the
//     strict one.
//
// # The way there
//
// Sightings that are the same become one group; what lies within a group
// inherits everything that sets the group apart. The groups then come apart
// twice: groups that may share people form components that are wholly apart,
// whose floors add; groups that constrain each other form components that may
// overlap, of which the largest counts. Both splits go through an index over
// place and time, so that a million sightings do not become a million million
// pairs. What is left is solved by package cover.
package count
