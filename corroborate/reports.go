package corroborate

// Reports returns how many reports carry the figure. One that says it twice is
// one report.
func (f Figure) Reports() int {
	reports := map[string]bool{}
	for _, c := range f.Carriers {
		reports[c.Report] = true
	}
	return len(reports)
}
