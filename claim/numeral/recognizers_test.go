package numeral_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim/numeral"
)

type recognizerCase struct {
	Input   string
	Results []struct {
		Text       string
		TypeName   string
		Resolution struct{ Value, Unit, Subtype string }
	}
}

func recognizerCases(t *testing.T, model string) []recognizerCase {
	t.Helper()
	raw, err := os.ReadFile(needs(t, "recognizers/"+model+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []recognizerCase
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// tally compares one kind of answer over a whole corpus.
func tally(t *testing.T, model string, percent int, describe func(recognizerCase) (want, got []string)) {
	t.Helper()
	right, all := 0, 0
	for _, c := range recognizerCases(t, model) {
		want, got := describe(c)
		all++
		if strings.Join(want, "|") == strings.Join(got, "|") {
			right++
		} else {
			t.Logf("%q: want %q, got %q", c.Input, want, got)
		}
	}
	t.Logf("%d of %d (%.1f %%)", right, all, 100*float64(right)/float64(all))
	if 100*right < percent*all {
		t.Errorf("%s: %d of %d, want %d %%", model, right, all, percent)
	}
}

func show(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

func TestNumberModel(t *testing.T) {
	tally(t, "NumberModel", 97, func(c recognizerCase) (want, got []string) {
		for _, r := range c.Results {
			v, err := strconv.ParseFloat(r.Resolution.Value, 64)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, strings.ToLower(r.Text)+"="+show(v))
		}
		for _, n := range numeral.Numbers(c.Input, "en") {
			got = append(got, strings.ToLower(c.Input[n.Start:n.End])+"="+show(n.Value))
		}
		return want, got
	})
}

func interval(r numeral.Range) string {
	left, right, low, high := "[", "]", "", ""
	if math.IsInf(r.Low, -1) || r.LowOpen {
		left = "("
	}
	if math.IsInf(r.High, 1) || r.HiOpen {
		right = ")"
	}
	if !math.IsInf(r.Low, -1) {
		low = show(r.Low)
	}
	if !math.IsInf(r.High, 1) {
		high = show(r.High)
	}
	return left + low + "," + high + right
}

func TestNumberRangeModel(t *testing.T) {
	tally(t, "NumberRangeModel", 97, func(c recognizerCase) (want, got []string) {
		for _, r := range c.Results {
			want = append(want, strings.ToLower(r.Text)+"="+r.Resolution.Value)
		}
		for _, r := range numeral.Ranges(c.Input) {
			got = append(got, strings.ToLower(c.Input[r.Start:r.End])+"="+interval(r))
		}
		return want, got
	})
}

// Out of scope of DimensionModel: units without a number ("a metric ton is"),
// which measure nothing.
func TestDimensionModel(t *testing.T) {
	tally(t, "DimensionModel", 90, func(c recognizerCase) (want, got []string) {
		for _, r := range c.Results {
			if r.Resolution.Value == "" {
				continue
			}
			v, err := strconv.ParseFloat(r.Resolution.Value, 64)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, strings.ToLower(r.Text)+"="+show(v)+" "+strings.ToLower(r.Resolution.Unit))
		}
		for _, d := range numeral.Dimensions(c.Input) {
			got = append(got, strings.ToLower(c.Input[d.Start:d.End])+"="+show(d.Value)+" "+d.Unit)
		}
		return want, got
	})
}
