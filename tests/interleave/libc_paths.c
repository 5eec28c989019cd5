/* libc_paths.c - files by their names, and what is left of descriptors. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "interleave/exclusion.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"

static struct file *find(const char *name, const void *pc, uintptr_t cfa)
{
    memory_read(name, strlen(name) + 1, pc, cfa);
    struct file *file = disk_find(name, pc);
    if (file)
        memory_shared_call(file->mark, pc, cfa);
    return file;
}

static int unlink_file(const char *name, const void *pc, uintptr_t cfa)
{
    struct file *file = find(name, pc, cfa);
    if (file && !file->exists)
        errno = ENOENT;
    if (!file || !file->exists || !disk_may_write(file))
        return -1;
    file->exists = false;
    file->changed = true;
    file->size = 0;
    return 0;
}

ABI int __wrap_remove(const char *name) { return unlink_file(name, CALLER_PC, CALLER_CFA); }
ABI int __wrap_unlink(const char *name) { return unlink_file(name, CALLER_PC, CALLER_CFA); }

ABI int __wrap_rename(const char *from, const char *to)
{
    struct file *source = find(from, CALLER_PC, CALLER_CFA);
    struct file *target = source ? find(to, CALLER_PC, CALLER_CFA) : NULL;
    if (!target)
        return -1;
    if (!source->exists) {
        errno = ENOENT;
        return -1;
    }
    if (!disk_may_write(source) || !disk_may_write(target))
        return -1;
    if (source == target)
        return 0;
    disk_cut(target, 0);
    disk_write(target, 0, source->bytes, source->size);
    source->exists = false;
    source->changed = true;
    source->size = 0;
    return 0;
}

ABI int __wrap_access(const char *name, int how)
{
    const struct file *file = find(name, CALLER_PC, CALLER_CFA);
    if (!file)
        return errno == EISDIR ? access(name, how) : -1;
    if (file->changed && file->exists)
        return 0;
    if (file->exists)
        return access(name, how);
    errno = ENOENT;
    return -1;
}

/* ---- temporary names ---------------------------------------------------------------- */

ABI char *__wrap_tmpnam(char *name)
{
    if (!name) {
        WRITE(libc_hidden.temporary, sizeof libc_hidden.temporary);
        name = libc_hidden.temporary;
    } else {
        WRITE(name, L_tmpnam);
    }
    snprintf(name, L_tmpnam, "/tmp/file%06d", libc_hidden.temporaries++);
    return name;
}

int __wrap_open(const char *name, int flags, ...);

ABI int __wrap_mkstemp(char *pattern)
{
    size_t length = strlen(pattern);
    char number[16];
    if (length < 6 || strcmp(pattern + length - 6, "XXXXXX") != 0) {
        errno = EINVAL;
        return -1;
    }
    SHARED(&libc_hidden.temporaries);
    WRITE(pattern + length - 6, 6);
    snprintf(number, sizeof number, "%06d", libc_hidden.temporaries++ % 1000000);
    memcpy(pattern + length - 6, number, 6);
    return __wrap_open(pattern, O_RDWR | O_CREAT);
}

/* ---- descriptors ----------------------------------------------------------------------- */

ABI int __wrap_fsync(int number) { return stream_numbered(number) ? 0 : -1; }

ABI int __wrap_ftruncate(int number, off_t size)
{
    struct stream *stream = stream_numbered(number);
    if (!stream || !stream->file || !stream->writes || size < 0) {
        errno = stream ? EINVAL : EBADF;
        return -1;
    }
    stream_step(stream, CALLER_PC, CALLER_CFA);
    disk_cut(stream->file, (size_t)size);
    return 0;
}

ABI int __wrap_isatty(int number)
{
    if (stream_numbered(number))
        errno = ENOTTY;
    return 0;
}

/* ---- a stream's lock ---------------------------------------------------------------------- */

ABI void __wrap_flockfile(FILE *stream) { mutex_lock(stream, LOCK_NEST, CALLER_PC, CALLER_CFA); }

ABI int __wrap_ftrylockfile(FILE *stream)
{
    return mutex_try(stream, LOCK_NEST, CALLER_PC, CALLER_CFA) ? 0 : -1;
}

ABI void __wrap_funlockfile(FILE *stream)
{
    if (!mutex_unlock(stream, LOCK_NEST, CALLER_PC, CALLER_CFA))
        libc_crash(CALLER_PC, "funlockfile on a stream that this thread has not locked");
}
