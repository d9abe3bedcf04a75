// Package confine shuts a process in and then turns it into another program. The
// process is the desk's own program, started under the name Name with a plan as
// its only argument: what it becomes can read what the plan names, and can
// neither write, nor use the network, nor start programs, nor exceed its limits.
//
// Importing the package is what makes a program able to be started so: it looks
// at the name while the program initialises, before the other packages do. They
// take longer to get ready than many a file takes to be read.
package confine

import (
	"encoding/json"
	"fmt"
	"os"
)

// Name is what a program is started under to be confined.
const Name = "atleast-confine"

// Failed is the exit code of a process that could not shut itself in. It has not
// become anything then, and says why on its standard error.
const Failed = 121

// Plan is what a process is told: what to become and what that may do.
type Plan struct {
	Program string
	Args    []string // Args[0] is the name it is started under
	Env     []string
	Read    []string // files and folders it may read, and execute; what is missing is left out
	Handed  []int    // descriptors of files it may open again
	CPU     int      // seconds of processor time
	Memory  uint64   // bytes it may write to: RLIMIT_DATA
	Space   uint64   // bytes of address space: RLIMIT_AS; 0 for no limit
	Files   int      // descriptors it may have open
	Nice    int      // how much it yields to others, 0 to 19
	Weak    bool     // go on without landlock where the kernel has none
}

// init is the whole of such a process's life up to what it becomes.
func init() {
	if len(os.Args) != 2 || os.Args[0] != Name {
		return
	}
	var p Plan
	err := json.Unmarshal([]byte(os.Args[1]), &p)
	if err == nil {
		err = become(p)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(Failed)
}
