package publish

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// sums writes the digests of all files in the format of sha256sum.
func (f folder) sums() []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if name != Sums {
			fmt.Fprintf(&b, "%s  %s\n", atleast.DigestOf(f[name]), name)
		}
	}
	return b.Bytes()
}

// checkSums compares the digests with the files, both ways.
func (f folder) checkSums(found *Findings) {
	listed := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(string(f[Sums]), "\n"), "\n") {
		digest, name, ok := strings.Cut(line, "  ")
		want, err := atleast.ParseDigest(digest)
		content, there := f[name]
		switch {
		case !ok || err != nil:
			found.add(Sums, i+1, "%q is not a digest, two spaces and a name", line)
		case name == Sums || listed[name]:
			found.add(Sums, i+1, "%s is listed twice, or lists itself", name)
		case !there:
			found.add(Sums, i+1, "%s is listed and is not in the folder", name)
		case atleast.DigestOf(content) != want:
			found.add(Sums, i+1, "%s is not the file that was published: its digest is %s", name, atleast.DigestOf(content))
		}
		listed[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if name != Sums && !listed[name] {
			found.add(Sums, 0, "%s is in the folder and is not listed", name)
		}
	}
}
