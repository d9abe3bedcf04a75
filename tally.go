package atleast

// Tally is the answer to "how many, at least?": floor and ceiling with what
// proves them. doc/formats/tally.md describes its JSON.
type Tally struct {
	Floor          *int64          `json:"floor"`   // what the certificate proves; nil where the evidence contradicts itself
	Ceiling        *int64          `json:"ceiling"` // nil: open
	Exact          bool            `json:"exact"`   // the floor is the least world: no better one can exist
	LeastWorld     *int64          `json:"least_world"`
	Assumed        []Assumed       `json:"assumed"`
	Certificate    *Certificate    `json:"certificate"`
	World          []Share         `json:"world"`
	RestsOn        []Support       `json:"rests_on"`
	Contradictions []Contradiction `json:"contradictions"`
}

// Assumed is the floor under one named assumption.
type Assumed struct {
	Name  string `json:"name"`
	Floor *int64 `json:"floor"`
}

// Share is a number of people who are all seen in the same sightings.
type Share struct {
	People int64    `json:"people"`
	SeenIn []string `json:"seen_in"`
}

// Support is something the floor rests on, and the floor without it.
type Support struct {
	Sighting     string     `json:"sighting,omitempty"`
	Verdict      *[2]string `json:"verdict,omitempty"`
	FloorWithout *int64     `json:"floor_without"`
}

// Contradiction is a smallest set of verdicts and sightings that no world can satisfy.
type Contradiction struct {
	Verdicts  [][2]string `json:"verdicts"`
	Sightings []string    `json:"sightings"`
	Loose     bool        `json:"loose,omitempty"` // time ran out: some of what is named may not be needed
}
