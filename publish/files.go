package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// folder is the files of a release by their names in it.
type folder map[string][]byte

// content is what a release says, redacted: all that its files are made from.
type content struct {
	manifest manifest
	evidence atleast.Evidence
	tally    atleast.Tally
	claims   []atleast.ReadClaim
	figures  []Figure
}

// redacted applies what in.Show leaves to be withheld.
func redacted(in Input) content {
	c := content{tally: in.Tally, claims: slices.Clone(in.Claims), figures: in.Figures}
	c.manifest = manifest{
		Format: format, Case: in.Case, Published: in.At.UTC(), Floor: in.Tally.Floor, Ledger: in.Ledger,
		Counted: counted{in.Counted.Unverified, in.Counted.SingleReview}, Proofs: []provenEvent{}, Withheld: withheld{Exact: []string{}}, Page: pageDigest(),
	}
	ev, names := withoutNames(in.Evidence, in.Show.Names)
	c.evidence, c.tally.Certificate = names.inEvidence(ev), names.inCertificate(in.Tally.Certificate)
	if !in.Show.Positions {
		c.evidence, c.manifest.Withheld = withoutPositions(c.evidence, in.Tally, in.Counted)
	}
	c.manifest.Withheld.Names = names.hidden
	if c.manifest.Withheld.Positions > 0 {
		c.tally.Certificate = withoutDistances(c.tally.Certificate)
	}
	c.claims, c.figures, c.manifest.Withheld.Members = withoutMembers(c.claims, c.figures, in.Show.Names)
	for i := range c.claims {
		c.claims[i].Report = path.Base(strings.ReplaceAll(c.claims[i].Report, `\`, "/")) // folders of the desk are nobody's business
	}
	return c
}

// files writes everything but the proofs and the digests.
func (c content) files() (folder, error) {
	report, err := c.report()
	if err != nil {
		return nil, err
	}
	f := folder{
		reportFile:     report,
		sightingsSheet: sheetOf(sightingRows(c.evidence)),
		claimsSheet:    sheetOf(claimRows(c.claims)),
	}
	for name, value := range map[string]any{
		manifestFile: c.manifest, evidenceFile: c.evidence, tallyFile: c.tally, certificateFile: c.tally.Certificate,
		figuresFile: orEmpty(c.figures), mapFile: mapOf(c.evidence),
	} {
		if f[name], err = document(value); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if f[claimsFile], err = lines(c.claims); err != nil {
		return nil, fmt.Errorf("%s: %w", claimsFile, err)
	}
	return f, nil
}

func orEmpty(figures []Figure) []Figure {
	if figures == nil {
		return []Figure{}
	}
	return figures
}

// document writes a value as JSON that people can read and compare.
func document(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(value)
	return b.Bytes(), err
}

// lines writes one JSON object a line.
func lines(claims []atleast.ReadClaim) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, c := range claims {
		if err := e.Encode(c); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
