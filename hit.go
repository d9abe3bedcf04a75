package atleast

// Field is where in an item words were found.
type Field string

// The parts of an item that are searched, in the order in which they are shown.
const (
	InName   Field = "name"   // of the file
	InPlace  Field = "place"  // where it was found: an address, a folder
	InReport Field = "report" // what a report says
	InClaim  Field = "claim"  // who is read to say it
	InNote   Field = "note"   // what analysts wrote who coded a sighting in it
	InScreen Field = "screen" // what a program read on the picture
)

// Hit is an item in which the words were found that somebody looked for.
type Hit struct {
	Item     Item      `json:"item"`
	Snippets []Snippet `json:"snippets"` // one for each part in which a word stands
}

// Snippet is a piece of text with words that somebody looked for.
type Snippet struct {
	In    Field    `json:"in"`
	Text  string   `json:"text"`
	Marks [][2]int `json:"marks"` // the words: from and to, in bytes of Text
}
