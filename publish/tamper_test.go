package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// Whoever changes a release can write the digests anew; each change is found
// all the same.
func TestTampering(t *testing.T) {
	for _, tc := range []struct {
		name, file, from, to string
		want                 string // the problem's file and what it says
	}{
		{"the page's number", "report.html", "At least 71<", "At least 171<", `report.html:33: it says "At least 171", and the tally proves "At least 71"`},
		{"the page's grounds", "report.html", "drone clip", "satellite image", "report.html:41: it does not say what the data says"},
		{"the tally's floor", "tally.json", `"floor": 71`, `"floor": 72`, "tally.json: floor: 72 is printed, but the certificate proves 71"},
		{"the certificate", "certificate.json", `"y": "1"`, `"y": "2"`, "certificate.json:5: it does not say what tally.json says"},
		{"a sighting", "evidence.json", `"low": 29`, `"low": 28`, "tally.json: floor: 71 is printed, but the certificate proves 70"},
		{"a field nobody knows", "evidence.json", `"low": 29`, `"low": 29, "lower": 1`, "evidence.json:"},
		{"a sheet", "sightings.csv", "a,,29", "a,,30", "sightings.csv:2: it does not say what evidence.json says"},
		{"the map", "sightings.geojson", `"low": 29`, `"low": 30`, "sightings.geojson:15: it does not say what evidence.json says"},
		{"a claim", "claims.jsonl", `"low":247`, `"low":248`, "claims.csv:2: it does not say what claims.jsonl says"},
		{"the manifest", "release.json", `"floor": 71`, `"floor": 99`, "release.json:"},
		{"a proof", "proofs/1.tlog-proof", "index 1", "index 0", "proofs/1.tlog-proof: it is not about entry 1"},
		{"the checkpoint", "proofs/checkpoint", "\n4\n", "\n5\n", "proofs/checkpoint: "},
		{"the hash of an entry", "release.json", `"subject": "a",` + "\n   " + `"leaf": "`, `"subject": "a",` + "\n   " + `"leaf": "00`, "proofs/0.tlog-proof: the hash of its entry"},
		{"another subject", "release.json", `"subject": "a"`, `"subject": "z"`, "proofs: the floor rests on sighting a, and nothing proves when it was recorded"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := published(t, sample(t))
			change(t, dir, tc.file, tc.from, tc.to)
			if found := checked(t, dir); !mentions(found, Sums) {
				t.Errorf("the digests do not tell: %v", found.Problems)
			}
			sumAnew(t, dir)
			if found := checked(t, dir); !mentions(found, tc.want) {
				t.Errorf("with new digests: %v, want %q", found.Problems, tc.want)
			}
		})
	}
}

func TestFilesThatComeAndGo(t *testing.T) {
	dir := published(t, sample(t))
	if err := os.Remove(filepath.Join(dir, "proofs", "0.tlog-proof")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "extra.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	found := checked(t, dir)
	for _, want := range []string{"proofs/0.tlog-proof is listed and is not in the folder", "extra.txt is in the folder and is not listed", "proofs/0.tlog-proof: the proof is missing"} {
		if !mentions(found, want) {
			t.Errorf("%v, want %q", found.Problems, want)
		}
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "link")); err != nil {
		t.Skip("needs symbolic links")
	}
	if _, err := Check(dir); !errors.Is(err, atleast.ErrInvalid) {
		t.Errorf("a link in the folder: %v, want ErrInvalid", err)
	}
}

func TestNoRelease(t *testing.T) {
	if _, err := Check(t.TempDir()); !errors.Is(err, atleast.ErrInvalid) {
		t.Errorf("an empty folder: %v, want ErrInvalid", err)
	}
	if _, err := Check(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v, want ErrNotExist", err)
	}
}

// Shown entries are compared with what the manifest says of them.
func TestShownEntries(t *testing.T) {
	in := sample(t)
	in.Show.Names = []string{"mira.rook", "oleh.kite"}
	dir := published(t, in)
	change(t, dir, "release.json", `"subject": "b"`, `"subject": "d"`)
	sumAnew(t, dir)
	if found := checked(t, dir); !mentions(found, "proofs/1.tlog-proof: entry 1 is sighting.coded of b in case bridge, not sighting.coded of d") {
		t.Errorf("got %v", found.Problems)
	}
}

func change(t *testing.T, dir, file, from, to string) {
	t.Helper()
	text := read(t, dir, file)
	changed := strings.Replace(text, from, to, 1)
	if changed == text {
		t.Fatalf("%s does not hold %q:\n%s", file, from, text)
	}
	if err := os.WriteFile(filepath.Join(dir, file), []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sumAnew(t *testing.T, dir string) {
	t.Helper()
	f, err := readFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, Sums), f.sums(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func checked(t *testing.T, dir string) Findings {
	t.Helper()
	found, err := Check(dir)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func mentions(found Findings, words string) bool {
	for _, p := range found.Problems {
		if strings.Contains(p.String(), words) {
			return true
		}
	}
	return false
}
