package corroborate

import "testing"

// Whoever may be one under two names is not counted twice, and whoever cannot be is.
func TestOneUnderTwoNames(t *testing.T) {
	known := func(name string, kind OriginKind, role string) Origin {
		return Origin{Name: name, Kind: kind, Role: role, Known: true}
	}
	counted := known("Aurelio Bantigue", Official, "company")
	counted.Grounds = "our crew list"
	for _, tc := range []struct {
		a, b   Origin
		differ bool
	}{
		{known("Oksana Lysenko", Witness, "nurse"), known("Oxana Lisenko", Witness, "nurse"), false},
		{known("Oksana Lysenko", Witness, "nurse"), known("Andrii Lysenko", Witness, "nurse"), true},
		{known("Kirill Sapunov", Witness, ""), known("Кирилл Сапунов", Witness, ""), false},
		{known("Kirill Sapunov", Witness, ""), known("Жанна Ветлугина", Witness, ""), true},
		{known("Amelia Chirindza", Observer, "institute"), known("Amelia Chirindza of the disaster institute", Observer, "institute"), false},
		{known("Petra Quist", Observer, "union"), known("the miners' union", Observer, "union"), false},
		{known("Petra Quist", Observer, "union"), known("the Red Cross", Observer, "cross"), true},
		{known("the Federation of Free Miners", Observer, "federation"), known("FFM Federation", Observer, "federation"), true},
		{known("Medecins Sans Federation", Observer, "federation"), known("MSF", Observer, "msf"), false},
		{known("Ilya Marek", Official, "governor"), Origin{Name: "rescuers", Kind: Witness, Role: "rescuer"}, false},
		{known("Ilya Marek", Official, "governor"), Origin{Name: "A rescuer", Kind: Witness, Role: "rescuer"}, true},
		{known("the coast guard", Official, "guard"), counted, true},
		{known("the coast guard", Official, "guard"), known("Aurelio Bantigue", Official, "company"), false},
		{known("Joe Cruz", Official, "spokesman"), counted, false},
	} {
		if got := differ(tc.a, tc.b); got != tc.differ || differ(tc.b, tc.a) != got {
			t.Errorf("%s and %s: different %v, want %v", tc.a.Name, tc.b.Name, got, tc.differ)
		}
	}
}

// A clause in which somebody says what they were told is none of a witness.
func TestSecondHand(t *testing.T) {
	for words, want := range map[string]bool{
		`"I counted fourteen," she said.`:                          true,
		`"I can confirm that fourteen are missing," he said.`:      false,
		`"I have been told of fourteen," he said.`:                 false,
		`"My office knows of fourteen," he said.`:                  false,
		`"My brother was one of the fourteen," she said.`:          true,
		`"They told me fourteen, but I pulled out nine," he said.`: true,
		`«Я сама накрыла четырнадцать человек», — сказала она.`:    true,
		`"We carried fourteen out of the hall," he said.`:          true,
	} {
		if got := firstHand(words); got != want {
			t.Errorf("%s: %v, want %v", words, got, want)
		}
	}
}

// How a body says that it counted for itself.
func TestOwnCounting(t *testing.T) {
	for words, want := range map[string]bool{
		"According to our badge system, 1,340 dockers walked out.":            true,
		"Our Manila office holds the crew list. Twenty-three remain missing.": true,
		"The chiefs have kept a register of their own.":                       true,
		"За перекличкою нашої спілки, під землею 28 гірників.":                false,
		"За нашою перекличкою під землею 28 гірників.":                        true,
		"Мы сами обзвонили больницы.":                                         true,
		"The company repeated what the police had said.":                      false,
		"We write to you about the loss of our vessel, the company said.":     false,
	} {
		if got := ownCounting.MatchString(words); got != want {
			t.Errorf("%s: %v, want %v", words, got, want)
		}
	}
}

// A coordinator speaks for whom they coordinate, and the secretary of a union for it.
func TestRanks(t *testing.T) {
	for description, want := range map[string]OriginKind{
		"the county emergency coordinator":            Official,
		"a coordinator of the volunteers":             Observer,
		"coordinator of the ministry's crisis staff":  Official,
		"lawyers' association chairwoman":             Observer,
		"голова профспілки":                           Observer,
		"голова обласної адміністрації":               Official,
		"дежурный морского спасательного центра":      Official,
		"the fleet director of the shipping company,": Official,
	} {
		if got, _ := roleIn(description); got.kind != want {
			t.Errorf("%s: %s, want %s", description, got.kind, want)
		}
	}
}
