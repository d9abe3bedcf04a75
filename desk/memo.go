package desk

import "sync"

// memo keeps the latest answer to a question about each case, for as long as
// the ledger has the size at which it was asked: nothing changes without an
// event. The zero memo is empty.
type memo[T any] struct {
	mu   sync.Mutex
	kept map[string]answer[T]
}

type answer[T any] struct {
	size int64
	is   T
}

// get returns the answer at this size of the ledger, and works it out where it
// is not kept. Those who ask meanwhile wait.
func (m *memo[T]) get(caseID string, size int64, workOut func() (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a, ok := m.kept[caseID]; ok && a.size == size {
		return a.is, nil
	}
	is, err := workOut()
	if err != nil {
		return is, err
	}
	if m.kept == nil {
		m.kept = map[string]answer[T]{}
	}
	m.kept[caseID] = answer[T]{size, is}
	return is, nil
}
