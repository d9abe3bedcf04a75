package atleast

// Relation says how a member of a footage comes from the member it is compared to.
type Relation string

// The relations of one item to another that shows the same recording.
const (
	Reference   Relation = "reference"  // the fullest or earliest known: others are compared to it
	SameBytes   Relation = "same_bytes" // equal bytes under another name
	Reencoded   Relation = "reencoded"
	Resized     Relation = "resized"
	Cropped     Relation = "cropped"
	Mirrored    Relation = "mirrored"
	Rotated     Relation = "rotated"
	Bordered    Relation = "bordered" // letterbox, caption bar, phone frame around it
	Overlaid    Relation = "overlaid" // logo, banner, blur upon it
	Clip        Relation = "clip"     // a part of a longer recording
	Compilation Relation = "compilation"
	JudgedSame  Relation = "judged_same" // a person said so; there is no proof of the program's own
)

// Footage is the items that show the same recording: copies, crops,
// re-encodings, clips. Counting a footage twice is counting people twice.
type Footage struct {
	Group   int      `json:"group"`
	Kind    string   `json:"kind"` // image, video or audio
	Members []Member `json:"members"`
}

// Member is one item of a footage and how it relates to another member.
type Member struct {
	Path      string    `json:"path"`
	Relation  Relation  `json:"relation"`
	To        string    `json:"to,omitempty"` // the member compared to; empty for the reference
	Shared    float64   `json:"shared"`       // the part of this member's picture that the two have in common, 0 to 1
	Transform Transform `json:"transform"`
	Distance  int       `json:"distance"` // bits in which the aligned PDQ fingerprints differ, of 256
	OffsetS   *float64  `json:"offset_s"` // where this clip begins in the other, in seconds; null for pictures

	Parts     []Passage   `json:"parts,omitempty"`      // of a film or a sound: which of it is which of the other, in its own order
	SameSound []SameSound `json:"same_sound,omitempty"` // items of other footage that sound the same: to be looked at by a person
	SameScene []string    `json:"same_scene,omitempty"` // paths of pictures of other footage that fit as a second photograph of the scene would: the same
}

// Passage is a stretch of a film or a sound that another has too. What is seen at
// second t of it is seen at second AtS + Speed*(t-FromS) of the other.
type Passage struct {
	FromS float64 `json:"from_s"`
	ToS   float64 `json:"to_s"`
	AtS   float64 `json:"at_s"`
	Speed float64 `json:"speed"` // seconds of the other in one of this; negative where it runs backwards
}

// SameSound is an item that sounds the same for a while. That says little about
// the pictures: the same song lies under many films.
type SameSound struct {
	With string `json:"with"` // its path
	Passage
}

// Transform is how a member was made from the one it is compared to.
type Transform struct {
	Crop   [4]float64 `json:"crop"` // left, top, right, bottom of the shared part in the other picture, 0 to 1
	Mirror bool       `json:"mirror"`
	Rotate int        `json:"rotate"` // degrees clockwise: 0, 90, 180 or 270
}

// Lookalike is two items of different footage that may have recorded one scene.
// It joins nothing: it is a question to people, and Is what they answered.
type Lookalike struct {
	A, B string
	Is   Judgement // empty where nobody has said, or people disagree
	By   []string  // who said so
}

// Open reports whether the question is still to be answered.
func (l Lookalike) Open() bool { return l.Is != Same && l.Is != Different }
