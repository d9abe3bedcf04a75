package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
)

var update = flag.Bool("update", false, "rewrite the expected output in the sessions")

func TestMain(m *testing.M) {
	media.Child(desk.Tasks()...)
	testscript.Main(m, map[string]func(){"atleast": main})
}

// Each file of testdata is a session as somebody would type it.
func TestSessions(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ATLEAST_DESK", filepath.Join(env.WorkDir, "desk"))
			env.Setenv("ATLEAST_BY", "m.r")
			env.Setenv("HOME", env.WorkDir)
			shared, err := filepath.Abs("../../../shared")
			if err != nil {
				return err
			}
			env.Setenv("SHARED", shared)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "shared" { // real input lies beside the project, in no stranger's checkout
				_, err := os.Stat("../../../shared/seeds")
				return err == nil, nil
			}
			return false, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":    exitsWith,
			"picture": drawPicture,
			"field":   checkField,
			"flip":    flipByte,
		},
	})
}

// exitsWith runs the program and wants an exact exit code:
//
//	code 2 atleast count nowhere.json
func exitsWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var out, errOut bytes.Buffer
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	p := &program{in: strings.NewReader(""), out: &out, err: &errOut, now: time.Now, getenv: ts.Getenv}
	rest := args[2:]
	for i, arg := range rest {
		if !filepath.IsAbs(arg) {
			if _, err := os.Stat(ts.MkAbs(arg)); err == nil {
				rest[i] = ts.MkAbs(arg) // this run has the test's working directory, not the session's
			}
		}
	}
	if got := p.run(ctx, rest); got != want {
		ts.Fatalf("%s exits %d, want %d\n%s%s", strings.Join(args[1:], " "), got, want, out.String(), errOut.String())
	}
	_, _ = ts.Stdout().Write(out.Bytes())
	_, _ = ts.Stderr().Write(errOut.Bytes())
}

// drawPicture writes a picture of coloured blocks, the same for the same seed:
//
//	picture street.png 7
func drawPicture(ts *testscript.TestScript, _ bool, args []string) {
	seed, err := strconv.ParseUint(args[1], 10, 64)
	ts.Check(err)
	random := rand.New(rand.NewPCG(seed, seed))
	m := image.NewRGBA(image.Rect(0, 0, 640, 480))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	for range 400 {
		x, y := random.IntN(640), random.IntN(480)
		c := color.RGBA{uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256)), 255}
		for dy := range 10 + random.IntN(60) {
			for dx := range 10 + random.IntN(80) {
				m.Set(x+dx, y+dy, c)
			}
		}
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	if strings.HasSuffix(args[0], ".jpg") {
		ts.Check(jpeg.Encode(f, m, &jpeg.Options{Quality: 60}))
		return
	}
	ts.Check(png.Encode(f, m))
}

// checkField wants a value in a JSON file's first line:
//
//	field tally.json floor 37
func checkField(ts *testscript.TestScript, neg bool, args []string) {
	var v any
	ts.Check(json.NewDecoder(strings.NewReader(ts.ReadFile(args[0]))).Decode(&v))
	for _, key := range strings.Split(args[1], ".") {
		switch at := v.(type) {
		case map[string]any:
			v = at[key]
		case []any:
			i, err := strconv.Atoi(key)
			ts.Check(err)
			if i >= len(at) {
				ts.Fatalf("%s has %d entries", key, len(at))
			}
			v = at[i]
		}
	}
	got, err := json.Marshal(v)
	ts.Check(err)
	if text := strings.Trim(string(got), `"`); (text == args[2]) == neg {
		ts.Fatalf("%s: %s is %s, want %s", args[0], args[1], text, args[2])
	}
}

// flipByte changes one bit in the middle of a file.
func flipByte(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	data[len(data)/2] ^= 1
	ts.Check(os.Chmod(name, 0o644))
	ts.Check(os.WriteFile(name, data, 0o644))
}
