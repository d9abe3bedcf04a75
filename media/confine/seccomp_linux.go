//go:build linux && (amd64 || arm64)

package confine

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Where the parts of a call lie in what a filter sees.
const (
	seccompCall = 0
	seccompArch = 4
	seccompArg0 = 16
	seccompArg1 = 24
	seccompArg2 = 32
)

// refusedCalls are answered with EPERM: the network, other processes, changing
// the file system (landlock knows nothing of modes, owners and times), and the
// corners of the kernel that decoders have no use for.
var refusedCalls = []uint32{
	unix.SYS_SOCKET, unix.SYS_SOCKETPAIR, unix.SYS_CONNECT, unix.SYS_BIND, unix.SYS_LISTEN, unix.SYS_ACCEPT, unix.SYS_ACCEPT4,
	unix.SYS_KILL, unix.SYS_TKILL, unix.SYS_RT_SIGQUEUEINFO, unix.SYS_RT_TGSIGQUEUEINFO, unix.SYS_PIDFD_OPEN, unix.SYS_PIDFD_SEND_SIGNAL, unix.SYS_PIDFD_GETFD,
	unix.SYS_PTRACE, unix.SYS_PROCESS_VM_READV, unix.SYS_PROCESS_VM_WRITEV, unix.SYS_KCMP,
	unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_MKDIRAT, unix.SYS_MKNODAT, unix.SYS_LINKAT, unix.SYS_SYMLINKAT,
	unix.SYS_TRUNCATE, unix.SYS_FCHMOD, unix.SYS_FCHMODAT, unix.SYS_FCHMODAT2, unix.SYS_FCHOWN, unix.SYS_FCHOWNAT, unix.SYS_UTIMENSAT,
	unix.SYS_SETXATTR, unix.SYS_LSETXATTR, unix.SYS_FSETXATTR, unix.SYS_REMOVEXATTR, unix.SYS_LREMOVEXATTR, unix.SYS_FREMOVEXATTR,
	unix.SYS_MOUNT, unix.SYS_UMOUNT2, unix.SYS_UNSHARE, unix.SYS_SETNS, unix.SYS_PIVOT_ROOT, unix.SYS_CHROOT, unix.SYS_OPEN_BY_HANDLE_AT,
	unix.SYS_OPEN_TREE, unix.SYS_MOVE_MOUNT, unix.SYS_FSOPEN, unix.SYS_MOUNT_SETATTR,
	unix.SYS_KEYCTL, unix.SYS_ADD_KEY, unix.SYS_REQUEST_KEY, unix.SYS_BPF, unix.SYS_PERF_EVENT_OPEN, unix.SYS_USERFAULTFD,
	unix.SYS_IO_URING_SETUP, unix.SYS_IO_URING_ENTER, unix.SYS_IO_URING_REGISTER, unix.SYS_MEMFD_CREATE,
}

// writeFlags are those of open that can change a file or make one.
const writeFlags = unix.O_WRONLY | unix.O_RDWR | unix.O_CREAT | unix.O_TRUNC

// filterCalls is the second lock: it holds where landlock is old, and covers
// what landlock does not. The C library is told ENOSYS where it knows an older
// call whose flags can be looked at.
func filterCalls(Plan) error {
	var f filter
	f.load(seccompArch)
	f.unless(auditArch, unix.SECCOMP_RET_KILL_PROCESS)
	f.load(seccompCall)
	f.refuseForeign()
	for _, call := range append(refusedCalls, oldCalls...) {
		f.on(call, refuseWith(unix.EPERM))
	}
	f.on(unix.SYS_CLONE3, refuseWith(unix.ENOSYS))
	f.on(unix.SYS_OPENAT2, refuseWith(unix.ENOSYS))
	f.onFlags(unix.SYS_OPENAT, seccompArg2, writeFlags)
	f.refuseOldOpen()
	f.unlessFlag(unix.SYS_CLONE, seccompArg0, unix.CLONE_THREAD)
	f.unlessArg(unix.SYS_TGKILL, seccompArg0, uint32(os.Getpid())) // exec keeps the number
	f.end(unix.SECCOMP_RET_ALLOW)
	program := unix.SockFprog{Len: uint16(len(f)), Filter: &f[0]}
	return unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, uintptr(unsafe.Pointer(&program)), 0, 0)
}

func refuseWith(errno unix.Errno) uint32 { return unix.SECCOMP_RET_ERRNO | uint32(errno) }

// filter is a program for the kernel's packet filter, the call's number being
// loaded between the pieces.
type filter []unix.SockFilter

func (f *filter) add(code uint16, jt, jf uint8, k uint32) {
	*f = append(*f, unix.SockFilter{Code: code, Jt: jt, Jf: jf, K: k})
}

func (f *filter) load(offset uint32) { f.add(unix.BPF_LD|unix.BPF_W|unix.BPF_ABS, 0, 0, offset) }

func (f *filter) end(action uint32) { f.add(unix.BPF_RET|unix.BPF_K, 0, 0, action) }

func (f *filter) on(call, action uint32) {
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 0, 1, call)
	f.end(action)
}

func (f *filter) unless(value, action uint32) {
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 1, 0, value)
	f.end(action)
}

// onFlags refuses the call where any of the flags is set in the argument.
func (f *filter) onFlags(call, arg, flags uint32) {
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 0, 4, call)
	f.load(arg)
	f.add(unix.BPF_JMP|unix.BPF_JSET|unix.BPF_K, 0, 1, flags)
	f.end(refuseWith(unix.EPERM))
	f.end(unix.SECCOMP_RET_ALLOW)
}

// unlessFlag refuses the call unless the flag is set in the argument.
func (f *filter) unlessFlag(call, arg, flag uint32) {
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 0, 4, call)
	f.load(arg)
	f.add(unix.BPF_JMP|unix.BPF_JSET|unix.BPF_K, 1, 0, flag)
	f.end(refuseWith(unix.EPERM))
	f.end(unix.SECCOMP_RET_ALLOW)
}

// unlessArg refuses the call unless the argument has the value.
func (f *filter) unlessArg(call, arg, value uint32) {
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 0, 4, call)
	f.load(arg)
	f.add(unix.BPF_JMP|unix.BPF_JEQ|unix.BPF_K, 1, 0, value)
	f.end(refuseWith(unix.EPERM))
	f.end(unix.SECCOMP_RET_ALLOW)
}
