package claim_test

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim"
)

// article is 5 kB of news written for this measurement.
var article = strings.Repeat(`Officials in the border region said on Tuesday that at least 140 people had left their homes after a night of shelling.
“We counted more than 60 damaged houses, and we have not reached the last street yet,” said Maria Holub, who heads the village council.
According to the regional administration, 12 people were wounded and about 3,000 households were without power by noon.
The army's spokesman told Reuters that two drones had been shot down, but he declined to say where they came from.
A neighbour, who asked not to be named, said he had heard four explosions. Reuters could not independently verify the account.
`, 9)[:5000]

func BenchmarkRead(b *testing.B) {
	claim.Read(claim.Report{Text: article})
	b.SetBytes(int64(len(article)))
	b.ResetTimer()
	for range b.N {
		claim.Read(claim.Report{Text: article})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
