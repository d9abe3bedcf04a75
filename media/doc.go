// Package media opens photographs, film and sound that strangers made.
//
// Two things are done with them. Probe reads what a file says about itself from
// its header, in Go, with every read bounded; nothing is decoded and every size
// stays a claim. All else, from pixels to the words on a screen, is done by a
// child process that a Sandbox starts: it cannot open a socket, write a file,
// start another program or read anything but what it was handed, and is cut off
// at a fixed processor time and memory. What a child cannot do comes back as a
// *Refused, which is a fact about the file, worth keeping, and not a failure of
// the desk.
//
// A program that uses a Sandbox calls Child before anything else in main, and
// its tests in TestMain, because the children are the program itself.
package media
