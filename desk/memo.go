package desk

import (
	"context"
	"slices"
	"sync"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// memo keeps the latest answer to a question about each case, for as long as
// what it rests on is as it was. The zero memo is empty.
type memo[T any] struct {
	mu   sync.Mutex
	kept map[string]answer[T]
}

type answer[T any] struct {
	at version
	is T
}

// version tells states of what an answer rests on apart: the number of the
// latest event that can have changed it, and how many verdicts bear on it.
// Neither ever falls.
type version struct {
	latest int64
	judged int
}

// versionOf returns the version of what rests on events of the kinds and on
// those verdicts.
func versionOf(ctx context.Context, rows record.Rows, verdicts []atleast.Verdict, kinds ...atleast.EventKind) (version, error) {
	latest, err := rows.Ledger(ctx).Latest(kinds...)
	return version{latest, len(verdicts)}, err
}

// get returns the answer at this version, and works it out where it is not
// kept. Those who ask meanwhile wait.
func (m *memo[T]) get(caseID string, at version, workOut func() (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a, ok := m.kept[caseID]; ok && a.at == at {
		return a.is, nil
	}
	is, err := workOut()
	if err != nil {
		return is, err
	}
	if m.kept == nil {
		m.kept = map[string]answer[T]{}
	}
	m.kept[caseID] = answer[T]{at, is}
	return is, nil
}

// verdictsOn returns a case's verdicts on the subjects, oldest first.
func verdictsOn(ctx context.Context, rows record.Rows, caseID string, subjects ...atleast.Subject) ([]atleast.Verdict, error) {
	verdicts, err := rows.Verdicts(ctx, caseID)
	return slices.DeleteFunc(verdicts, func(v atleast.Verdict) bool { return !slices.Contains(subjects, v.On) }), err
}
