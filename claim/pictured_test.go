package claim

import "testing"

// TestPictured gives what pictures show to the pictures, whatever is told about them
// before the verb.
func TestPictured(t *testing.T) {
	for _, c := range []struct{ text, speaker, quantity string }{
		{"Visuals it checked show at least 31 sailors rescued off Holm, with nobody counted twice.", "Visuals", "at least 31 sailors"},
		{"Videos filmed by bakers from two towers, which The Holm Gazette verified, show at least 13 barges laid up before the ice came.", "Videos", "at least 13 barges"},
		{"Satellite images taken on Friday and reviewed by the Harbour Watch show 17 sunken boats west of Holm.", "Satellite images", "17 sunken boats"},
		{"Photographs taken by a guard of the mill, whose metadata the Holm Gazette examined, show 22 millers injured.", "Photographs", "22 millers"},
		{"The pictures it analysed show 41 dead cows around two wells.", "The pictures", "41 dead cows"},
		{"Video from the harbour camera, which the Holm Gazette reviewed, shows seven boats sinking.", "Video from the harbour camera", "seven boats"},
	} {
		saysOf(t, c.text, c.speaker, c.quantity)
	}
}
