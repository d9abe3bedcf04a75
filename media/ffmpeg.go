package media

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/atleast-desk/atleast/media/confine"
)

// handedFD is the first descriptor a program is handed, and how it opens it
// again. It never learns the file's name, so that no name can be mistaken for
// an option or an address.
const (
	handedFD    = 3
	handedInput = "/proc/self/fd/3"
	secondPipe  = "pipe:4" // the second output, where there is one
)

// program is a confined child that is not our own: ffmpeg or tesseract.
type program struct {
	cmd  *exec.Cmd
	out  io.ReadCloser
	said *lastWords
	stop context.CancelFunc
	ctx  context.Context
}

// extras are what a program may have beside its file and its standard output.
type extras struct {
	heard io.Writer // gets a copy of what it prints beside
	pipe  *os.File  // a second output: the descriptor after that of the file
}

// startProgram starts the named program on the file. Its standard output is
// read from out.
func (s *Sandbox) startProgram(ctx context.Context, path string, p confine.Plan, x extras) (*program, error) {
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	p.Handed = []int{handedFD}
	return s.start(ctx, p, func(cmd *exec.Cmd) {
		cmd.ExtraFiles = []*os.File{file}
		if x.pipe != nil {
			cmd.ExtraFiles = append(cmd.ExtraFiles, x.pipe)
		}
		if x.heard != nil {
			cmd.Stderr = io.MultiWriter(cmd.Stderr, x.heard)
		}
	})
}

// start starts the program that the plan names, its files set up by wire.
func (s *Sandbox) start(ctx context.Context, p confine.Plan, wire func(*exec.Cmd)) (*program, error) {
	found, err := exec.LookPath(p.Program)
	if err != nil {
		return nil, refuse(NoTool, "%s is not installed", p.Program)
	}
	if found, err = filepath.EvalSymlinks(found); err != nil {
		return nil, refuse(NoTool, "%s: %v", p.Program, err)
	}
	p.Program = found
	p.Read = append(p.Read, found)
	p.CPU, p.Space = int(MaxCPU/time.Second), maxAddresses
	p.Env = append(p.Env, "LANG=C.UTF-8", "HOME=/nonexistent")
	ctx, cancel := context.WithTimeout(ctx, MaxWall)
	cmd, err := s.command(ctx, p)
	if err != nil {
		cancel()
		return nil, err
	}
	run := &program{cmd: cmd, said: &lastWords{}, stop: cancel, ctx: ctx}
	cmd.Stderr = run.said
	wire(cmd)
	if run.out, err = cmd.StdoutPipe(); err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		return nil, fmt.Errorf("start a child: %w", err)
	}
	return run, nil
}

// finish waits for the end. A program that was not hindered and ended with an
// error of its own has found the file at fault.
func (p *program) finish() error {
	err := p.cmd.Wait()
	defer p.stop()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case errors.Is(p.ctx.Err(), context.DeadlineExceeded):
		return refuse(OutOfTime, "not done within %v", MaxWall)
	case p.ctx.Err() != nil:
		return p.ctx.Err()
	case !errors.As(err, &exit):
		return err
	}
	refusal := verdict(p.cmd.ProcessState, p.said.String())
	if refusal.Reason == Crashed && exit.Exited() {
		refusal.Reason = Damaged
	}
	return refusal
}

// abandon ends a program whose further output nobody wants.
func (p *program) abandon() {
	p.stop()
	// It was killed: how it ended says nothing.
	_ = p.cmd.Wait()
}
