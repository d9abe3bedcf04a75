// Package cover finds the least number of people that fill a set of groups,
// and proves it.
//
// A Problem has one node a group. Nodes that are apart share nobody; a node
// that lies within another has all its people there too. A type is a set of
// nodes that one person can be in: no two of them apart, and with every node
// the nodes above it. The least world is
//
//	min sum x(S)   with   low(v) <= sum of x(S) over the types S that hold v <= high(v),   x whole
//
// Where no high binds this is graph multicolouring (Mehrotra and Trick, "A
// branch-and-price approach for graph multi-coloring", 2007). It is met from
// both sides, the cheap ways first:
//
//   - a set of nodes pairwise apart, whose lows add (Search);
//   - a multicolouring by greedy choice, which is a world;
//   - the linear relaxation by column generation. Its dual weights are rounded
//     to fractions and the heaviest type is then searched for in whole numbers,
//     so that the bound holds exactly whatever the floating point did (the
//     manner of Held, Cook and Sewell, "Maximum-weight stable sets and safe
//     lower bounds for graph coloring", 2012);
//   - where every node holds one person, telling who is who: two nodes hold the
//     same person or two (Zykov 1949), in the order that conflicts suggest;
//   - branching on the number of people that a pair of nodes shares, where the
//     relaxation falls short of every world.
//
// Every floor comes with a Proof, a world with the types of its people.
package cover
