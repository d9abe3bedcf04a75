package main

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
)

// mutation changes a file; other is a second file to take pieces from.
type mutation struct {
	name string
	do   func(r *rand.Rand, file, other []byte) []byte
}

var mutations = []mutation{
	{"bits", flipBits},
	{"bytes", setBytes},
	{"cut", func(r *rand.Rand, file, _ []byte) []byte { return file[:r.IntN(len(file))] }},
	{"length", changeLength},
	{"size", changeSize},
	{"splice", splice},
	{"repeat", repeatChunk},
	{"remove", removeChunk},
	{"noise", noise},
}

// mutated applies one to three mutations, the same for the same random source.
func mutated(r *rand.Rand, file, other []byte) (out []byte, first string) {
	out = bytes.Clone(file)
	for i := range 1 + r.IntN(3) {
		m := mutations[r.IntN(len(mutations))]
		if i == 0 {
			first = m.name
		}
		if out = m.do(r, out, other); len(out) == 0 {
			return []byte{0}, first
		}
	}
	return out, first
}

func flipBits(r *rand.Rand, file, _ []byte) []byte {
	for range 1 + r.IntN(16) {
		file[r.IntN(len(file))] ^= 1 << r.IntN(8)
	}
	return file
}

func setBytes(r *rand.Rand, file, _ []byte) []byte {
	for range 1 + r.IntN(8) {
		file[r.IntN(len(file))] = [...]byte{0, 1, 0x7f, 0x80, 0xfe, 0xff}[r.IntN(6)]
	}
	return file
}

// extremes are the numbers that readers of lengths and sizes stumble over.
var extremes = []uint32{0, 1, 2, 7, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0xffffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff}

// changeLength puts an extreme number where one that could be a length stands.
func changeLength(r *rand.Rand, file, _ []byte) []byte {
	for range 64 {
		if len(file) < 4 {
			return file
		}
		at := r.IntN(len(file) - 3)
		for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
			if n := order.Uint32(file[at:]); n > 0 && int64(n) <= int64(len(file)) {
				order.PutUint32(file[at:], extremes[r.IntN(len(extremes))])
				return file
			}
		}
	}
	return file
}

// changeSize puts an extreme number where the size of the picture stands.
func changeSize(r *rand.Rand, file, _ []byte) []byte {
	var places []int
	for _, side := range []uint16{width, height} {
		for _, pattern := range [][]byte{binary.BigEndian.AppendUint16(nil, side), binary.LittleEndian.AppendUint16(nil, side)} {
			for at := 0; len(places) < 64; at++ {
				next := bytes.Index(file[at:], pattern)
				if next < 0 {
					break
				}
				at += next
				places = append(places, at)
			}
		}
	}
	if len(places) == 0 {
		return changeLength(r, file, nil)
	}
	binary.BigEndian.PutUint16(file[places[r.IntN(len(places))]:], uint16(extremes[r.IntN(len(extremes))]))
	return file
}

func splice(r *rand.Rand, file, other []byte) []byte {
	return append(file[:r.IntN(len(file)):len(file)], other[r.IntN(len(other)):]...)
}

// repeatChunk writes a part of the file many times over.
func repeatChunk(r *rand.Rand, file, _ []byte) []byte {
	from := r.IntN(len(file))
	chunk := file[from:min(len(file), from+1+r.IntN(256))]
	at := r.IntN(len(file))
	return bytes.Join([][]byte{file[:at], bytes.Repeat(chunk, 1+r.IntN(64)), file[at:]}, nil)
}

func removeChunk(r *rand.Rand, file, _ []byte) []byte {
	at := r.IntN(len(file))
	return append(file[:at:at], file[min(len(file), at+1+r.IntN(512)):]...)
}

func noise(r *rand.Rand, file, _ []byte) []byte {
	at := r.IntN(len(file))
	for i := at; i < min(len(file), at+1+r.IntN(64)); i++ {
		file[i] = byte(r.Uint32())
	}
	return file
}
