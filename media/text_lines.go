package media

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/atleast-desk/atleast"
)

const (
	// sureWord is how sure the program must be of a word, in percent of its own,
	// for it to be kept. On what is no text (leaves, gravel) it guesses below:
	// of 60 photographs without any, 12 gave a word at 60 and 2 do at 75.
	sureWord = 75
	// leastLetters is how many letters and digits in a row a line must have
	// somewhere. Less is what twigs look like, however sure the program is.
	leastLetters = 3
	// maxLines is how many lines of one picture are kept.
	maxLines = 400
)

// The columns of tesseract's table that are used.
const (
	columnBlock = 2 // with paragraph and line behind it
	columnWord  = 5
	columnSure  = 10
	columnText  = 11
)

// textLines reads tesseract's table, one word a row, and joins words to lines.
func textLines(table string) []atleast.ScreenLine {
	var lines []atleast.ScreenLine
	var line wordLine
	var where string
	for row := range strings.Lines(table) {
		columns := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(columns) <= columnText {
			continue
		}
		sure, err := strconv.ParseFloat(columns[columnSure], 64)
		if err != nil {
			continue // the heading
		}
		if here := strings.Join(columns[columnBlock:columnWord], "."); here != where {
			lines, line, where = line.end(lines), wordLine{}, here
		}
		line.add(columns[columnText], sure)
	}
	return line.end(lines)
}

// wordLine is a line that is being read.
type wordLine struct {
	words []string
	sure  float64 // of all words together
}

func (l *wordLine) add(word string, sure float64) {
	word = oneScript(strings.TrimSpace(strings.ToValidUTF8(strings.ReplaceAll(word, "\x00", ""), "")))
	if sure >= sureWord && sure <= 100 && strings.ContainsFunc(word, isLetter) {
		l.words = append(l.words, word)
		l.sure += sure
	}
}

// end adds the line to those before it, where it says anything.
func (l *wordLine) end(lines []atleast.ScreenLine) []atleast.ScreenLine {
	text := strings.Join(l.words, " ")
	if len(lines) >= maxLines || longestRun(text) < leastLetters {
		return lines
	}
	return append(lines, atleast.ScreenLine{Text: text, Confidence: l.sure / float64(len(l.words)) / 100})
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// twins are Latin letters and the Cyrillic ones that look the same.
var twins = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У', 'Ï': 'Ї',
	'a': 'а', 'c': 'с', 'e': 'е', 'i': 'і', 'k': 'к', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'ï': 'ї',
}

// oneScript writes a word in Cyrillic letters where some are and the others look as
// if they were: a reader of several languages mixes them, and a search does not.
func oneScript(word string) string {
	cyrillic := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	foreign := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) && twins[r] == 0 })
	if !cyrillic || foreign {
		return word
	}
	return strings.Map(func(r rune) rune {
		if twin, ok := twins[r]; ok {
			return twin
		}
		return r
	}, word)
}

// longestRun is the most letters and digits in a row.
func longestRun(text string) int {
	run, longest := 0, 0
	for _, r := range text {
		if run++; !isLetter(r) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
