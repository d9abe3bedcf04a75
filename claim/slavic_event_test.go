package claim

import "testing"

// What happened is called alike in three languages.
func TestSlavicEvents(t *testing.T) {
	for text, want := range map[string]string{
		"Українські військові захопили щонайменше 102 солдатів, заявив речник.":         "capture",
		"У полон потрапили 102 солдати під Суджею.":                                     "capture",
		"За словами губернатора, внаслідок обстрілу загинули 12 людей, ще 30 поранено.": "kill",
		"Унаслідок удару поранено 14 людей.":                                            "wound",
		"Сили ППО збили 17 дронів із 20, повідомили військові.":                         "down",
		"Збитки склали 17 мільйонів гривень.":                                           "",
		"З області евакуювали понад 3000 людей.":                                        "evacuate",
		"Армія знищила 25 танків.":                                                      "destroy",
		"За добу знищено 400 російських військових.":                                    "kill",
		"Звільнено 74 населені пункти.":                                                 "liberate",
		"Із полону звільнили 115 військових.":                                           "release",
		"Как сообщил губернатор, 28 населенных пунктов захватили украинские войска.":    "capture",
		"В плен сдались 40 человек.":                                                    "capture",
		"В Курской области погибли 12 человек и 121 ранен.":                             "kill",
		"Повреждены 30 домов.":                                                          "damage",
		"Эвакуированы 76 тысяч человек.":                                                "evacuate",
		"Спасатели нашли 5 человек.":                                                    "find",
		"Город обстреляли 40 раз.":                                                      "shell",
	} {
		got, found := "", false
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity != nil {
				got, found = c.Event, true
				break
			}
		}
		if !found || got != want {
			t.Errorf("%s\nevent %q (%v), want %q", text, got, found, want)
		}
	}
}
