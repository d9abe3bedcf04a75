package atleast

import "fmt"

// BadEvidence says what is wrong with a piece of evidence, and where. Callers
// reach it with errors.As.
type BadEvidence struct {
	Path   string // JSON path, such as sightings[3].low; empty for the document as a whole
	Reason string // what is wrong, and what would be right
}

func (e *BadEvidence) Error() string {
	if e.Path == "" {
		return "evidence: " + e.Reason
	}
	return "evidence: " + e.Path + ": " + e.Reason
}

// bad makes a BadEvidence at a formatted path.
func bad(path, reason string, args ...any) error {
	return &BadEvidence{Path: path, Reason: fmt.Sprintf(reason, args...)}
}
