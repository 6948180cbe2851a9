package publish

import "syscall"

// errNotFolder is what systems say of a/b where a is a file: there is no a/b.
const errNotFolder = syscall.ENOTDIR
