/* libc_paths.c - files by their names, and what is left of descriptors. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
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

/* What the execution itself wrote stands before what the disk has. */
static int describe(const struct file *file, struct stat *out)
{
    if (!file->exists) {
        errno = ENOENT;
        return -1;
    }
    if (!file->changed && *file->name)
        return stat(file->name, out);
    *out = (struct stat){.st_mode = S_IFREG | 0644,
                         .st_nlink = 1,
                         .st_size = (off_t)file->size,
                         .st_blksize = 4096,
                         .st_blocks = (blkcnt_t)((file->size + 511) / 512)};
    return 0;
}

ABI int __wrap_stat(const char *name, struct stat *out)
{
    const struct file *file = find(name, CALLER_PC, CALLER_CFA);
    WRITE(out, sizeof *out);
    if (!file)
        return errno == EISDIR ? stat(name, out) : -1;
    return describe(file, out);
}
ALSO(stat64, stat)
ALSO(lstat, stat)
ALSO(lstat64, stat)

ABI int __wrap_fstat(int number, struct stat *out)
{
    const struct stream *stream = stream_numbered(number);
    if (!stream)
        return -1;
    WRITE(out, sizeof *out);
    if (stream->file && *stream->file->name)
        return describe(stream->file, out);
    *out = (struct stat){.st_mode = stream->file ? S_IFREG | 0644 : S_IFIFO | 0600,
                         .st_nlink = 1,
                         .st_size = stream->file ? (off_t)stream->file->size : 0};
    return 0;
}
ALSO(fstat64, fstat)

/* ---- paths: where they are written to ------------------------------------------------- */

/* A text from libc's heap as one from the program's. */
static char *of_program(char *text)
{
    char *copy = text ? libc_allocate(strlen(text) + 1, 16, 0) : NULL;
    if (copy)
        strcpy(copy, text);
    free(text);
    return copy;
}

ABI char *__wrap_getcwd(char *to, size_t room)
{
    char *path = getcwd(to, room);
    if (!to)
        return of_program(path);
    if (path)
        WRITE(to, strlen(to) + 1);
    return path;
}

ABI char *__wrap_realpath(const char *name, char *to)
{
    READ_TEXT(name);
    char *path = realpath(name, to);
    if (!to)
        return of_program(path);
    if (path)
        WRITE(to, strlen(to) + 1);
    return path;
}

ABI ssize_t __wrap_readlink(const char *name, char *to, size_t room)
{
    READ_TEXT(name);
    ssize_t size = readlink(name, to, room);
    if (size > 0)
        WRITE(to, (size_t)size);
    return size;
}

/* ---- temporary names ---------------------------------------------------------------- */

ABI char *__wrap_tmpnam(char *name)
{
    if (!name) {
        WRITE(libc_own()->temporary, sizeof libc_own()->temporary);
        name = libc_own()->temporary;
    } else {
        WRITE(name, L_tmpnam);
    }
    snprintf(name, L_tmpnam, "/tmp/file%06d", libc_own()->temporaries++);
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
    SHARED(&libc_own()->temporaries);
    WRITE(pattern + length - 6, 6);
    snprintf(number, sizeof number, "%06d", libc_own()->temporaries++ % 1000000);
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
