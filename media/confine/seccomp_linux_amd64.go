package confine

import "golang.org/x/sys/unix"

const auditArch = unix.AUDIT_ARCH_X86_64

// oldCalls are the calls that newer machines no longer have.
var oldCalls = []uint32{
	unix.SYS_FORK, unix.SYS_VFORK, unix.SYS_CREAT, unix.SYS_UNLINK, unix.SYS_RENAME, unix.SYS_MKDIR, unix.SYS_RMDIR, unix.SYS_MKNOD,
	unix.SYS_LINK, unix.SYS_SYMLINK, unix.SYS_CHMOD, unix.SYS_CHOWN, unix.SYS_LCHOWN, unix.SYS_UTIME, unix.SYS_UTIMES, unix.SYS_FUTIMESAT,
}

// refuseForeign refuses the calls of the x32 interface, which have numbers of their own.
func (f *filter) refuseForeign() {
	const x32 = 0x40000000
	f.add(unix.BPF_JMP|unix.BPF_JGE|unix.BPF_K, 0, 1, x32)
	f.end(unix.SECCOMP_RET_KILL_PROCESS)
}

func (f *filter) refuseOldOpen() { f.onFlags(unix.SYS_OPEN, seccompArg1, writeFlags) }
