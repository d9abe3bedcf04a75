package atleast

// ScreenText is what a program read on a picture or on frames of a film:
// captions, signs, number plates. It is a machine's reading, which helps to find
// an item again. It is never a claim, nor grounds by itself, and no part of a
// release.
type ScreenText struct {
	Item      Digest       `json:"item"`
	Tool      string       `json:"tool"`      // name and version: "tesseract 5.3.0"
	Languages []string     `json:"languages"` // it was told to expect: "eng", "ukr"
	Lines     []ScreenLine `json:"lines"`     // none where it found no text
}

// ScreenLine is one line of text on the screen.
type ScreenLine struct {
	Text       string  `json:"text"`
	Confidence float64 `json:"confidence"` // how sure the program says it is, 0 to 1
	AtS        float64 `json:"at_s"`       // seconds from the beginning where it is first seen; 0 for a picture
}
