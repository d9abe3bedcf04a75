package syntax_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim/syntax"
)

func TestReadVectors(t *testing.T) {
	file := `{"precision":8,"words":["the","vectors"],"vectors":{"of":[0.5,1,1.1,1],"rare":[0,0,0,2],"the":[3,4,5,0]},"unkVector":[0,0,0,-1]}`
	v, err := syntax.ReadVectors(strings.NewReader(file), 2)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(v.Words, []string{"the", "of"}) {
		t.Errorf("words %v, want the two most frequent", v.Words)
	}
	if !slices.Equal(v.At[0], []float32{3, 4}) {
		t.Errorf("the is at %v, want 3 4", v.At[0])
	}
}

func TestReadVectorsRefuses(t *testing.T) {
	for name, file := range map[string]string{
		"empty": "", "no vectors": `{"a":1}`, "a list": `{"vectors":[1,2]}`, "text": `{"vectors":{"a":"b"}}`,
		"unlike lengths": `{"vectors":{"a":[1,2,3,0],"b":[1,2,1]}}`, "too short": `{"vectors":{"a":[0]}}`, "none": `{"vectors":{}}`,
	} {
		if _, err := syntax.ReadVectors(strings.NewReader(file), 9); !errors.Is(err, syntax.ErrVectors) {
			t.Errorf("%s: got %v, want ErrVectors", name, err)
		}
	}
}

func FuzzReadVectors(f *testing.F) {
	f.Add(`{"vectors":{"of":[0.5,1,1.1,1],"the":[3,4,5,0]}}`)
	f.Add(`{"vectors":{"":[1e38,1e39,-1,-0]}}`)
	f.Fuzz(func(t *testing.T, file string) {
		v, err := syntax.ReadVectors(strings.NewReader(file), 9)
		if err == nil && len(v.Words) != len(v.At) {
			t.Fatalf("%d words at %d places", len(v.Words), len(v.At))
		}
	})
}
