package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// watch looks at the children every few milliseconds and keeps the most that any
// was seen to use.
type watch struct {
	mu      sync.Mutex
	data    int64           // bytes of memory it may write to, which the limit is on
	time    time.Duration   // processor time of one program that reads one file: ffmpeg, ffprobe, tesseract
	written map[string]bool // files that one had open for writing
	stop    chan struct{}
	closed  sync.WaitGroup
}

const lookEvery = 20 * time.Millisecond

func startWatch() *watch {
	w := &watch{written: map[string]bool{}, stop: make(chan struct{})}
	w.closed.Go(func() {
		for {
			select {
			case <-w.stop:
				return
			case <-time.After(lookEvery):
				w.look()
			}
		}
	})
	return w
}

func (w *watch) end() {
	close(w.stop)
	w.closed.Wait()
}

func (w *watch) look() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, pid := range children() {
		status, err := os.ReadFile(filepath.Join("/proc", pid, "status"))
		if err != nil {
			continue // it has ended since
		}
		fields := map[string]string{}
		for line := range strings.Lines(string(status)) {
			name, value, _ := strings.Cut(line, ":")
			fields[name] = strings.TrimSpace(value)
		}
		kilobytes, _ := strconv.ParseInt(strings.TrimSuffix(fields["VmData"], " kB"), 10, 64)
		if fields["Seccomp"] != "2" {
			continue // not shut in yet
		}
		w.data = max(w.data, kilobytes<<10)
		for _, file := range open(pid) {
			w.written[file] = true
		}
		switch fields["Name"] {
		case "ffmpeg", "ffprobe", "tesseract":
			w.time = max(w.time, processorTime(pid))
		}
	}
}

// children are the processes that this one has started and that still run.
func children() []string {
	lists, _ := filepath.Glob("/proc/self/task/*/children")
	var pids []string
	for _, list := range lists {
		if b, err := os.ReadFile(list); err == nil {
			pids = append(pids, strings.Fields(string(b))...)
		}
	}
	return pids
}

func processorTime(pid string) time.Duration {
	b, err := os.ReadFile(filepath.Join("/proc", pid, "stat"))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	const ticks = 100 // a second, on every Linux that Go runs on
	return time.Duration(user+system) * time.Second / ticks
}

// largestChild is the most memory that any child that ended ever had in use.
func largestChild() int64 {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_CHILDREN, &used) != nil {
		return 0
	}
	return used.Maxrss << 10
}

// open returns the files that a child has open for writing. Pipes and sockets are
// how it answers, and /dev/null takes anything.
func open(pid string) (files []string) {
	fds, _ := filepath.Glob(filepath.Join("/proc", pid, "fd", "*")) // none once it has ended
	for _, fd := range fds {
		file, err := os.Readlink(fd)
		if err != nil || !strings.HasPrefix(file, "/") || file == "/dev/null" {
			continue
		}
		info, _ := os.ReadFile(filepath.Join("/proc", pid, "fdinfo", filepath.Base(fd)))
		_, flags, _ := strings.Cut(string(info), "flags:")
		flags, _, _ = strings.Cut(strings.TrimSpace(flags), "\n")
		if mode, err := strconv.ParseInt(flags, 8, 64); err == nil && mode&syscall.O_ACCMODE != syscall.O_RDONLY {
			files = append(files, file)
		}
	}
	return files
}

// listing is what lies in the folders where a child that is not held back would
// leave something: where it is started, and those that anyone may write to.
func listing() map[string]string {
	seen := map[string]string{}
	for _, folder := range []string{"/", "/dev/shm", "/var/tmp"} {
		entries, _ := os.ReadDir(folder) // what is not there holds nothing
		for _, entry := range entries {
			if info, err := entry.Info(); err == nil && !info.IsDir() {
				seen[filepath.Join(folder, entry.Name())] = fmt.Sprint(info.Mode(), info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	return seen
}

// difference names what is new, gone or changed.
func difference(before, after map[string]string) (names []string) {
	for path, state := range after {
		if before[path] != state {
			names = append(names, path)
		}
	}
	for path := range before {
		if _, there := after[path]; !there {
			names = append(names, path)
		}
	}
	return names
}
