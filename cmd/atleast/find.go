package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
)

// findCommand looks for items by words.
func (p *program) findCommand() *cobra.Command {
	var asJSON bool
	var inCase string
	var limit int
	cmd := &cobra.Command{
		Use:   "find WORDS...",
		Short: "Which items hold these words, or show them?",
		Long: `Lists the items that hold all the words: in their names, in where they were found, in what reports
say, in the claims read out of them, in what analysts wrote of a sighting, and in the text that
tesseract read on pictures and films. A word may be the beginning of a longer one: captur finds
captured. Words in quotation marks must follow one another: atleast find '"prisoners of war"'.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			ctx := cmd.Context()
			d, err := p.openKeptDesk(ctx)
			if err != nil {
				return err
			}
			defer d.Close()
			if inCase != "" {
				if _, err := needCase(ctx, d, inCase); err != nil {
					return err
				}
			}
			hits, err := d.Search(ctx, inCase, strings.Join(words, " "), limit)
			if err != nil {
				return err
			}
			return p.printHits(hits, asJSON)
		},
	}
	cmd.Flags().StringVar(&inCase, "case", "", "look in this case alone")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object an item")
	cmd.Flags().IntVar(&limit, "limit", 50, "how many items at most, the best first")
	return cmd
}

// snippetWidth is how much of a snippet a table shows.
const snippetWidth = 80

// printHits writes the items, one a line as JSON or as a table.
func (p *program) printHits(hits []atleast.Hit, asJSON bool) error {
	t := table{head: []string{"item", "kind", "name", "in", "text"}}
	for _, hit := range hits {
		if asJSON {
			if err := printJSON(p.out, hit); err != nil {
				return err
			}
			continue
		}
		for _, s := range hit.Snippets {
			t.add(hit.Item.Digest.Short(), string(hit.Item.Kind), clip(hit.Item.Name, 30), string(s.In), clip(s.Text, snippetWidth))
		}
	}
	if asJSON {
		return nil
	}
	return t.print(p.out, "no item holds all these words")
}
