package web

import (
	"net/http"
	"net/url"
	"strconv"
)

// pager says which rows of a long list a page shows, and where its neighbours are.
type pager struct {
	First, Last, Of int // counted from 1
	size            int
	query           url.Values
}

// pageOf returns the rows that the address asks for ("?from=201"), at most size
// of them.
func pageOf[T any](rows []T, size int, r *http.Request) ([]T, pager) {
	query := r.URL.Query()
	first, err := strconv.Atoi(query.Get("from"))
	if err != nil || first < 1 || first > len(rows) {
		first = 1
	}
	last := min(len(rows), first-1+size)
	return rows[first-1 : last], pager{First: first, Last: last, Of: len(rows), size: size, query: query}
}

// Whole reports whether the page shows all there is.
func (p pager) Whole() bool { return p.First <= 1 && p.Last == p.Of }

// Before is the address of the page before, empty where this is the first.
func (p pager) Before() string {
	if p.First <= 1 {
		return ""
	}
	return p.at(max(1, p.First-p.size))
}

// After is the address of the page behind, empty where this is the last.
func (p pager) After() string {
	if p.Last >= p.Of {
		return ""
	}
	return p.at(p.Last + 1)
}

func (p pager) at(first int) string {
	query := url.Values{}
	for name, values := range p.query {
		query[name] = values
	}
	query.Set("from", strconv.Itoa(first))
	return "?" + query.Encode()
}
