package record

import (
	"context"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// Characters put around a word that was found. PutReading keeps no such
// character, and where another text has one only a mark is lost.
const (
	markBegin = "\x02"
	markEnd   = "\x03"
)

// hits asks for the snippets of all parts as one JSON array, best hit first.
const hits = `SELECT items.body, json_array(
		snippet(search, 0, ?1, ?2, '…', 24), snippet(search, 1, ?1, ?2, '…', 24), snippet(search, 2, ?1, ?2, '…', 24),
		snippet(search, 3, ?1, ?2, '…', 24), snippet(search, 4, ?1, ?2, '…', 24), snippet(search, 5, ?1, ?2, '…', 24))
	FROM search JOIN items ON items.seq = search.rowid
	WHERE search MATCH ?3 AND (?4 = '' OR EXISTS (SELECT 1 FROM finds WHERE item = items.digest AND case_id = ?4))
	ORDER BY rank, items.seq LIMIT ?5`

// fields are the columns of search.
var fields = []atleast.Field{atleast.InName, atleast.InPlace, atleast.InReport, atleast.InClaim, atleast.InNote, atleast.InScreen}

// Search returns up to limit items of a case, or of all cases where it is empty,
// that hold all the words, the best first. A word may be the beginning of a longer
// one, and words in "quotation marks" must follow one another. Letters are
// compared without regard to capitals and accents.
func (r Rows) Search(ctx context.Context, caseID, words string, limit int) ([]atleast.Hit, error) {
	query := expression(words)
	if query == "" {
		return []atleast.Hit{}, nil
	}
	found, err := r.search(ctx, caseID, query, limit)
	return found, failed(err, "search for", words)
}

func (r Rows) search(ctx context.Context, caseID, query string, limit int) ([]atleast.Hit, error) {
	rows, err := r.q.QueryContext(ctx, hits, markBegin, markEnd, query, caseID, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := []atleast.Hit{}
	for rows.Next() {
		var item, snippets []byte
		if err := rows.Scan(&item, &snippets); err != nil {
			return nil, err
		}
		hit, err := hitOf(item, snippets)
		if err != nil {
			return nil, err
		}
		found = append(found, hit)
	}
	return found, rows.Err()
}

func hitOf(item, snippets []byte) (hit atleast.Hit, err error) {
	if err := json.Unmarshal(item, &hit.Item); err != nil {
		return hit, err
	}
	var texts []*string // null where the item has no such part
	if err := json.Unmarshal(snippets, &texts); err != nil {
		return hit, err
	}
	hit.Snippets = []atleast.Snippet{}
	for i, text := range texts {
		if text != nil && strings.Contains(*text, markBegin) {
			hit.Snippets = append(hit.Snippets, snippet(fields[i], *text))
		}
	}
	return hit, nil
}

// snippet takes the marks out of a text and says where they stood.
func snippet(in atleast.Field, marked string) atleast.Snippet {
	p := atleast.Snippet{In: in, Marks: [][2]int{}}
	from := -1
	for len(marked) > 0 {
		at := strings.IndexAny(marked, markBegin+markEnd)
		if at < 0 {
			break
		}
		p.Text += marked[:at]
		switch mark := marked[at : at+1]; {
		case mark == markBegin:
			from = len(p.Text)
		case from >= 0:
			p.Marks = append(p.Marks, [2]int{from, len(p.Text)})
			from = -1
		}
		marked = marked[at+1:]
	}
	p.Text += marked
	return p
}

// leastPrefix is how many letters a word needs to stand for those it begins:
// fewer would find nearly everything.
const leastPrefix = 3

// expression writes what a person typed as FTS5 wants it. Nothing that is typed
// means anything but the words and quotation marks.
func expression(words string) string {
	var terms []string
	for i, piece := range strings.Split(words, `"`) {
		if quoted := i%2 == 1; quoted {
			terms = append(terms, term(piece, false))
			continue
		}
		for _, word := range strings.Fields(piece) {
			terms = append(terms, term(word, utf8.RuneCountInString(word) >= leastPrefix))
		}
	}
	return strings.Join(strings.Fields(strings.Join(terms, " ")), " ")
}

// term is a string of FTS5; empty where there is no word in it.
func term(words string, prefix bool) string {
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	t := `"` + strings.ReplaceAll(words, "\x00", " ") + `"`
	if prefix {
		t += "*"
	}
	return t
}

// reindex writes the words of an item again. What is no item has none.
func (tx *Tx) reindex(ctx context.Context, item string) error {
	_, err := tx.exec(ctx, `DELETE FROM search WHERE rowid = (SELECT seq FROM items WHERE digest = ?)`, item)
	if err == nil {
		_, err = tx.exec(ctx, `INSERT INTO search (rowid, name, place, report, claims, notes, screen)
			SELECT seq, name, place, report, claims, notes, screen FROM searchable WHERE item = ?`, item)
	}
	return err
}
