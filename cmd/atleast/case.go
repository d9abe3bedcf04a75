package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
)

// caseCommand opens a case, or lists the cases there are.
func (p *program) caseCommand() *cobra.Command {
	c := atleast.Case{}
	cmd := &cobra.Command{
		Use:   "case [NAME]",
		Short: "Open a case, or list the cases of the desk",
		Args:  usage(cobra.MaximumNArgs(1)),
		Example: `  atleast case
  atleast case kursk --question "How many soldiers were captured in Kursk oblast?" --what "captured soldiers" --zone Europe/Kyiv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, err := p.openDesk(ctx)
			if err != nil {
				return err
			}
			defer d.Close()
			if len(args) == 0 {
				cases, err := d.Cases(ctx)
				if err != nil {
					return err
				}
				t := table{head: []string{"case", "question"}}
				for _, c := range cases {
					t.add(c.ID, c.Question)
				}
				return t.print(p.out, "no case yet; open one with: atleast case NAME --question \"How many ...?\"")
			}
			by, err := p.who()
			if err != nil {
				return err
			}
			c.ID, c.Opened = args[0], p.now().UTC()
			if err := c.Validate(); err != nil {
				return bad(err)
			}
			if err := d.OpenCase(ctx, by, c); err != nil {
				return err
			}
			fmt.Fprintf(p.err, "opened the case %s\n", c.ID)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&c.Question, "question", "", "the question under investigation")
	flags.StringVar(&c.What, "what", "people", "the counted noun")
	flags.StringVar(&c.Zone, "zone", "UTC", "time zone of bare dates, by its IANA name")
	flags.Float64Var(&c.SpeedKMH, "speed", atleast.DefaultSpeedKMH, "fastest anyone is assumed to travel, in km/h")
	return cmd
}
