/* libc_seek.c - positions in streams: fseek, ftell and their relatives.
 *
 * A character that ungetc put back stands before the position.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"

static int seek(struct stream *stream, off_t offset, int from, const void *pc, uintptr_t cfa)
{
    stream_step(stream, pc, cfa);
    off_t base = from == SEEK_SET   ? 0
                 : from == SEEK_CUR ? (off_t)stream->at - stream->backs
                                    : (off_t)(stream->file ? stream->file->size : 0);
    if (!stream->file || base + offset < 0) {
        errno = stream->file ? EINVAL : ESPIPE;
        return -1;
    }
    stream->at = (size_t)(base + offset);
    stream->end = false;
    stream->backs = 0;
    return 0;
}

ABI int __wrap_fseek(FILE *handle, long offset, int from)
{
    return seek(stream_of(handle, CALLER_PC), offset, from, CALLER_PC, CALLER_CFA);
}
ALSO(fseeko, fseek)
ALSO(fseeko64, fseek)

ABI void __wrap_rewind(FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    seek(stream, 0, SEEK_SET, CALLER_PC, CALLER_CFA);
    stream->failed = false;
}

ABI off_t __wrap_lseek(int number, off_t offset, int from)
{
    struct stream *stream = stream_numbered(number);
    bool done = stream && seek(stream, offset, from, CALLER_PC, CALLER_CFA) == 0;
    return done ? (off_t)stream->at : -1;
}
ALSO(lseek64, lseek)

ABI long __wrap_ftell(FILE *handle)
{
    const struct stream *stream = stream_of(handle, CALLER_PC);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    if (stream->file)
        return (long)stream->at - stream->backs;
    errno = ESPIPE;
    return -1;
}
ALSO(ftello, ftell)
ALSO(ftello64, ftell)

ABI int __wrap_fgetpos(FILE *handle, fpos_t *position)
{
    const struct stream *stream = stream_of(handle, CALLER_PC);
    WRITE(position, sizeof *position);
    memset(position, 0, sizeof *position);
    position->__pos = (off_t)stream->at - stream->backs;
    return 0;
}

ABI int __wrap_fsetpos(FILE *handle, const fpos_t *position)
{
    READ(position, sizeof *position);
    return seek(stream_of(handle, CALLER_PC), position->__pos, SEEK_SET, CALLER_PC, CALLER_CFA);
}

/* ---- at a position, which stays what it was -------------------------------------- */

ABI ssize_t __wrap_pread(int number, void *to, size_t size, off_t offset)
{
    struct stream *stream = stream_numbered(number);
    if (!stream || !stream->reads || !stream->file || offset < 0) {
        errno = !stream || !stream->reads ? EBADF : offset < 0 ? EINVAL : ESPIPE;
        return -1;
    }
    stream_step(stream, CALLER_PC, CALLER_CFA);
    size_t at = (size_t)offset, there = at < stream->file->size ? stream->file->size - at : 0;
    size_t taken = size < there ? size : there;
    WRITE(to, taken);
    if (taken)
        memcpy(to, stream->file->bytes + at, taken);
    return (ssize_t)taken;
}
ALSO(pread64, pread)

ABI ssize_t __wrap_pwrite(int number, const void *from, size_t size, off_t offset)
{
    struct stream *stream = stream_numbered(number);
    if (!stream || !stream->writes || !stream->file || offset < 0) {
        errno = !stream || !stream->writes ? EBADF : offset < 0 ? EINVAL : ESPIPE;
        return -1;
    }
    READ(from, size);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    disk_write(stream->file, (size_t)offset, from, size);
    return (ssize_t)size;
}
ALSO(pwrite64, pwrite)
