package media

import "fmt"

// Reason says why nothing could be made of a file.
type Reason string

// The reasons.
const (
	Unknown     Reason = "unknown"     // no format that is known here
	Unsupported Reason = "unsupported" // a known format, or a kind of it, that no decoder here reads
	Damaged     Reason = "damaged"     // the bytes contradict their own format
	TooLarge    Reason = "too_large"   // more pixels than are ever decoded
	OutOfMemory Reason = "memory"      // the child reached its memory limit
	OutOfTime   Reason = "time"        // the child reached its limit of time
	Crashed     Reason = "crashed"     // the child died of something else
	NoSandbox   Reason = "no_sandbox"  // the machine cannot confine a child, so none was started
	NoTool      Reason = "no_tool"     // a program that is needed is not installed
)

// Refused is the recorded answer that nothing could be made of a file. It says
// something about the file or the machine, and is no failure of the caller: what
// else the caller has to do goes on. Find it with errors.As.
type Refused struct {
	Reason Reason
	Detail string // for a person to read; it may quote what a decoder printed
}

// Error says the reason and the detail.
func (r *Refused) Error() string {
	if r.Detail == "" {
		return "refused: " + string(r.Reason)
	}
	return fmt.Sprintf("refused: %s: %s", r.Reason, r.Detail)
}

func refuse(reason Reason, format string, args ...any) *Refused {
	return &Refused{Reason: reason, Detail: fmt.Sprintf(format, args...)}
}
