// Command photos picks the photographs out of unpacked packages and lays them
// into one folder, each once, named by its content:
//
//	photos OUT DIR...
//
// A list OUT-from.tsv says where each came from, OUT-refused.tsv why the others
// were left out. It prints how many were taken from each folder.
package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: photos OUT DIR...")
	}
	if err := collect(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

// collect takes the photographs under the folders.
func collect(out string, dirs []string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	c := collection{out: out, taken: map[[sha256.Size]byte]bool{}, from: map[string]int{}, why: map[refusal]int{}}
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			return c.file(filepath.Base(dir), path)
		})
		if err != nil {
			return err
		}
	}
	c.report(dirs)
	return c.write()
}

// collection is what was taken so far.
type collection struct {
	out            string
	taken          map[[sha256.Size]byte]bool
	from           map[string]int
	why            map[refusal]int
	photos, others []string // lines of the two lists
}

// file takes a file's picture or, of a file that holds others, its pictures.
func (c *collection) file(origin, path string) error {
	pictures, err := picturesIn(path)
	if err != nil {
		return err
	}
	for i, b := range pictures {
		if err := c.picture(origin, fmt.Sprintf("%s#%d", path, i), b); err != nil {
			return err
		}
	}
	return nil
}

// picture takes a picture if it is a photograph that was not taken yet.
func (c *collection) picture(origin, where string, b []byte) error {
	sum := sha256.Sum256(b)
	if c.taken[sum] {
		c.why[sameBytes]++
		return nil
	}
	c.taken[sum] = true
	format, no := judge(b)
	if no != "" {
		c.why[no]++
		c.others = append(c.others, fmt.Sprintf("%s\t%s", no, where))
		return nil
	}
	name := fmt.Sprintf("%x.%s", sum[:8], format)
	c.from[origin]++
	c.photos = append(c.photos, fmt.Sprintf("%s\t%s\t%s", name, origin, where))
	return os.WriteFile(filepath.Join(c.out, name), b, 0o644)
}

// report prints how many photographs each folder gave, and why others were left out.
func (c *collection) report(dirs []string) {
	total := 0
	for _, dir := range dirs {
		n := c.from[filepath.Base(dir)]
		total += n
		fmt.Printf("%5d %s\n", n, filepath.Base(dir))
	}
	fmt.Printf("%5d photographs\n", total)
	whys := make([]refusal, 0, len(c.why))
	for why := range c.why {
		whys = append(whys, why)
	}
	slices.SortFunc(whys, func(a, b refusal) int { return cmp.Compare(c.why[b], c.why[a]) })
	for _, why := range whys {
		fmt.Printf("%5d left out: %s\n", c.why[why], why)
	}
}

// write writes the two lists.
func (c *collection) write() error {
	for name, lines := range map[string][]string{"-from.tsv": c.photos, "-refused.tsv": c.others} {
		f, err := os.Create(filepath.Clean(c.out) + name)
		if err != nil {
			return err
		}
		w := bufio.NewWriter(f)
		for _, line := range lines {
			fmt.Fprintln(w, line)
		}
		if err := cmp.Or(w.Flush(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}
