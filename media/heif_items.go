package media

import (
	"encoding/binary"
	"io"
	"slices"
)

// maxItems bounds the items of one HEIF file that are looked at. A phone cuts a
// picture of 48 megapixels into some two hundred.
const maxItems = 4096

// extent is where a piece of an item's content lies: in the file, or in the box
// idat where the item says so.
type extent struct {
	off, length int64
	inBox       bool
}

// itemType returns how an item is coded: "hvc1", "av01", "grid"; empty where the
// file does not say.
func (f *bmff) itemType(item uint32) (kind string, err error) {
	list, ok := f.places["iinf"]
	if !ok {
		return "", refuse(Damaged, "it has no list of its items")
	}
	version, err := f.at(list.at, 1)
	if err != nil {
		return "", err
	}
	skip := int64(6)
	if version[0] > 0 {
		skip = 8
	}
	err = f.each(list.at+skip, list.upTo, func(b box) error {
		id, name, err := f.itemEntry(b)
		if err == nil && id == item && kind == "" {
			kind = name
		}
		return err
	})
	return kind, err
}

// each visits the boxes from off to limit.
func (f *bmff) each(off, limit int64, visit func(box) error) error {
	for n := 0; off+8 <= limit; n++ {
		if n > maxItems {
			return errBudget
		}
		b, next, err := f.box(off, limit)
		if err != nil {
			return err
		}
		if err := visit(b); err != nil {
			return err
		}
		off = next
	}
	return nil
}

// itemEntry reads an infe box. Those before version 2 say no type.
func (f *bmff) itemEntry(b box) (item uint32, kind string, err error) {
	head, err := f.at(b.at, 12)
	if err != nil || b.name != "infe" {
		return 0, "", err
	}
	switch head[0] {
	case 2:
		return uint32(binary.BigEndian.Uint16(head[4:])), string(head[8:12]), nil
	case 3:
		kind, err := f.at(b.at+10, 4)
		return binary.BigEndian.Uint32(head[4:]), string(kind), err
	}
	return 0, "", nil
}

// madeOf returns the items that an item is derived from, in order.
func (f *bmff) madeOf(item uint32) (parts []uint32, err error) {
	list, ok := f.places["iref"]
	if !ok {
		return nil, nil
	}
	version, err := f.at(list.at, 1)
	if err != nil {
		return nil, err
	}
	length := int64(2)
	if version[0] > 0 {
		length = 4
	}
	err = f.each(list.at+4, list.upTo, func(b box) error {
		from, err := f.number(b.at, length)
		if err != nil || b.name != "dimg" || from != item || parts != nil {
			return err
		}
		parts, err = f.numbers(b.at+length, length)
		return err
	})
	return parts, err
}

// numbers reads a count of two bytes and that many numbers of the length.
func (f *bmff) numbers(off, length int64) ([]uint32, error) {
	count, err := f.number(off, 2)
	if err != nil {
		return nil, err
	}
	if count > maxItems {
		return nil, errBudget
	}
	var list []uint32
	for i := range int64(count) {
		n, err := f.number(off+2+i*length, length)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	return list, nil
}

// content reads all of an item, up to limit bytes.
func (f *bmff) content(item uint32, limit int64) ([]byte, error) {
	extents, err := f.extentsOf(item)
	if err != nil {
		return nil, err
	}
	var out []byte
	for _, e := range extents {
		off, end := e.off, f.size
		if e.inBox {
			off, end = off+f.places["idat"].at, f.places["idat"].upTo
		}
		if e.off < 0 || e.length < 0 || off > end || e.length > end-off {
			return nil, refuse(Damaged, "a part of its picture lies outside it, at byte %d of %d", off, f.size)
		}
		if int64(len(out))+e.length > limit {
			return nil, refuse(TooLarge, "its picture takes more than %d bytes", limit)
		}
		piece := make([]byte, e.length)
		if _, err := f.from.ReadAt(piece, off); err != nil && err != io.EOF {
			return nil, err
		}
		out = append(out, piece...)
	}
	return out, nil
}

// widths says how many bytes the numbers of an iloc box take.
type widths struct{ item, offset, length, base, index, method int64 }

// extentsOf looks an item up in the iloc box.
func (f *bmff) extentsOf(item uint32) ([]extent, error) {
	list, ok := f.places["iloc"]
	if !ok {
		return nil, refuse(Damaged, "it does not say where its items lie")
	}
	head, err := f.at(list.at, 8)
	if err != nil {
		return nil, err
	}
	version := head[0]
	sizes := widths{item: 2, offset: int64(head[4] >> 4), length: int64(head[4] & 15), base: int64(head[5] >> 4)}
	if version > 0 {
		sizes.index, sizes.method = int64(head[5]&15), 2
	}
	if version > 1 {
		sizes.item = 4
	}
	count, err := f.number(list.at+6, sizes.item)
	if err != nil {
		return nil, err
	}
	off := list.at + 6 + sizes.item
	for range min(count, maxItems) {
		id, extents, next, err := f.location(off, sizes)
		if err != nil || id == item {
			return extents, err
		}
		off = next
	}
	return nil, refuse(Damaged, "it does not say where item %d lies", item)
}

// location reads the entry at off of an iloc box, and says where the next begins.
func (f *bmff) location(off int64, sizes widths) (item uint32, extents []extent, next int64, err error) {
	r := reader{bmff: f, off: off}
	item = uint32(r.take(sizes.item))
	method := r.take(sizes.method) & 15
	elsewhere := r.take(2) // the number of another file
	base := r.take(sizes.base)
	for range r.take(2) {
		r.take(sizes.index)
		extents = append(extents, extent{off: base + r.take(sizes.offset), length: r.take(sizes.length), inBox: method == 1})
		if r.err != nil || len(extents) > maxItems {
			break
		}
	}
	if r.err == nil && (method > 1 || elsewhere != 0 || slices.ContainsFunc(extents, func(e extent) bool { return e.length == 0 })) {
		extents = []extent{{off: -1}} // made in a way that no camera uses: wrong only if it is wanted
	}
	return item, extents, r.off, r.err
}

// reader reads numbers one after another. After an error it reads zeros.
type reader struct {
	*bmff
	off int64
	err error
}

// take reads a number of the length, 0 to 8 bytes.
func (r *reader) take(length int64) int64 {
	if r.err != nil || length == 0 {
		return 0
	}
	var b []byte
	if b, r.err = r.at(r.off, int(min(length, 8))); r.err != nil {
		return 0
	}
	r.off += length
	var v uint64
	for _, digit := range b {
		v = v<<8 | uint64(digit)
	}
	return int64(v)
}
