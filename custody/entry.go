package custody

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// ParseLeaf reads the event that a leaf holds. It refuses bytes that the event
// itself would not be written as, so that a leaf has one reading only.
func ParseLeaf(leaf []byte) (atleast.Event, error) {
	var event atleast.Event
	if err := json.Unmarshal(leaf, &event); err != nil {
		return event, fmt.Errorf("custody: leaf: %w: %w", ErrMalformed, err)
	}
	again, err := event.Leaf()
	if err != nil {
		return event, fmt.Errorf("custody: leaf: %w: %w", ErrMalformed, err)
	}
	if !bytes.Equal(again, leaf) {
		return event, fmt.Errorf("custody: leaf: %w: the event would be written as %s", ErrMalformed, again)
	}
	return event, nil
}
