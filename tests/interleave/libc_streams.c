/* libc_streams.c - streams and descriptors of one execution; see libc_streams.h.
 *
 * A descriptor is the number of its stream. stdin, stdout and stderr are known
 * by the addresses that libc gave them, all others are ours.
 */
#include "interleave/libc_streams.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/heap.h"
#include "interleave/libc_own.h"
#include "interleave/output.h"

#define MAX_STREAMS 1024

static struct stream streams[MAX_STREAMS];
static OF_EXECUTION int most; /* streams that were ever open in this execution */

void streams_begin(void)
{
    memset(streams, 0, (size_t)most * sizeof *streams);
    streams[0] = (struct stream){.open = true, .reads = true};
    streams[1] = (struct stream){.open = true, .writes = true, .standard = STANDARD_OUTPUT};
    streams[2] = (struct stream){.open = true, .writes = true, .standard = STANDARD_ERROR};
    most = 3;
}

static FILE *handle_of(struct stream *stream)
{
    return stream == &streams[0]   ? stdin
           : stream == &streams[1] ? stdout
           : stream == &streams[2] ? stderr
                                   : (FILE *)(void *)stream;
}

struct stream *stream_of(const FILE *handle, const void *pc)
{
    uintptr_t at = (uintptr_t)handle - (uintptr_t)streams;
    struct stream *stream = handle == stdin    ? &streams[0]
                            : handle == stdout ? &streams[1]
                            : handle == stderr ? &streams[2]
                            : at < sizeof streams && at % sizeof *streams == 0
                                ? &streams[at / sizeof *streams]
                                : NULL;
    if (!handle)
        libc_crash(pc, "a stream that is NULL was used: a file that could not be opened?");
    if (!stream || !stream->open)
        libc_crash(pc, "a stream was used that was closed, or never opened");
    if (stream == &streams[0] && !stream->file)
        stream->file = disk_input();
    return stream;
}

struct stream *stream_numbered(int number)
{
    if (number >= 0 && number < most && streams[number].open)
        return stream_of(handle_of(&streams[number]), NULL);
    errno = EBADF;
    return NULL;
}

void stream_step(const struct stream *stream, const void *pc, uintptr_t cfa)
{
    const void *standard[] = {NULL, stdout, stderr};
    memory_shared_call(stream->file ? stream->file->mark : standard[stream->standard], pc, cfa);
}

/* ---- effects ------------------------------------------------------------------------ */

size_t stream_put(struct stream *stream, const void *bytes, size_t size)
{
    if (!stream->writes) {
        stream->failed = true;
        errno = EBADF;
        return 0;
    }
    if (stream->standard) {
        output_write(stream->standard == STANDARD_OUTPUT ? 1 : 2, bytes, size);
        return size;
    }
    if (stream->appends)
        stream->at = stream->file->size;
    disk_write(stream->file, stream->at, bytes, size);
    stream->at += size;
    stream->backs = 0;
    return size;
}

static bool readable(struct stream *stream)
{
    if (stream->reads && stream->file)
        return true;
    stream->failed = true;
    errno = EBADF;
    return false;
}

size_t stream_take(struct stream *stream, void *to, size_t size)
{
    unsigned char *out = to;
    size_t done = 0;
    if (size == 0 || !readable(stream))
        return 0;
    while (stream->backs > 0 && done < size)
        out[done++] = stream->back[--stream->backs];
    const struct file *file = stream->file;
    size_t there = stream->at < file->size ? file->size - stream->at : 0;
    size_t taken = there < size - done ? there : size - done;
    if (taken)
        memcpy(out + done, file->bytes + stream->at, taken);
    stream->at += taken;
    done += taken;
    stream->end |= done < size;
    return done;
}

int stream_byte(struct stream *stream)
{
    unsigned char byte;
    return stream_take(stream, &byte, 1) == 1 ? byte : EOF;
}

void stream_back(struct stream *stream, int byte)
{
    stream->back[stream->backs++] = (unsigned char)byte;
    stream->end = false;
}

/* What fmemopen and open_memstream promise once it is flushed. */
static void flush_memory(struct stream *stream, const void *pc, uintptr_t cfa)
{
    const struct file *file = stream->file;
    if (stream->memory && stream->writes) {
        size_t size = file->size < stream->memory_size ? file->size + 1 : stream->memory_size;
        memory_write(stream->memory, size, pc, cfa);
        memcpy(stream->memory, file->bytes, size > file->size ? file->size : size);
        if (size > file->size)
            stream->memory[file->size] = '\0';
    }
    if (!stream->memory_out)
        return;
    char *block = libc_allocate(file->size + 1, 16, 1);
    if (block && file->size)
        memcpy(block, file->bytes, file->size);
    memory_write(stream->memory_out, sizeof(char *), pc, cfa);
    memory_write(stream->size_out, sizeof(size_t), pc, cfa);
    heap_free(*stream->memory_out);
    *stream->memory_out = block;
    *stream->size_out = file->size;
}

/* ---- opening and closing ---------------------------------------------------------------- */

static struct stream *fresh(void)
{
    int number = 3;
    while (number < MAX_STREAMS && streams[number].open)
        number++;
    if (number == MAX_STREAMS) {
        errno = EMFILE;
        return NULL;
    }
    most = number < most ? most : number + 1;
    streams[number] = (struct stream){.open = true};
    return &streams[number];
}

static int flags_of(const char *mode)
{
    int flags = strchr(mode, '+') ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
    if (strchr(mode, 'x'))
        flags |= O_EXCL;
    return *mode == 'w'   ? flags | O_CREAT | O_TRUNC
           : *mode == 'a' ? flags | O_CREAT | O_APPEND
           : *mode == 'r' ? flags
                          : -1;
}

/* Opens it as the open() of these flags; false with errno. */
static bool open_as(struct stream *stream, struct file *file, int flags)
{
    bool writes = (flags & O_ACCMODE) != O_RDONLY, reads = (flags & O_ACCMODE) != O_WRONLY;
    errno = 0;
    if (!file->exists && !(flags & O_CREAT))
        errno = ENOENT;
    else if (file->exists && (flags & O_CREAT) && (flags & O_EXCL))
        errno = EEXIST;
    else if (file->exists && reads && file->error && !file->changed)
        errno = file->error;
    else if (writes)
        disk_may_write(file); /* sets errno */
    if (errno)
        return false;
    stream->reads = reads;
    stream->writes = writes;
    stream->appends = flags & O_APPEND;
    stream->file = file;
    if ((flags & O_TRUNC) || !file->exists)
        disk_cut(file, 0);
    return true;
}

/* Into the stream given, or into a new one. */
static struct stream *open_named(struct stream *stream, const char *name, int flags, const void *pc,
                                 uintptr_t cfa)
{
    static const char *const standards[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    memory_read(name, strlen(name) + 1, pc, cfa);
    for (int i = 0; i < 3; i++)
        if (strcmp(name, standards[i]) == 0)
            return &streams[i];
    struct file *file = disk_find(name, pc);
    if (!file)
        return NULL;
    memory_shared_call(file->mark, pc, cfa);
    struct stream *opened = stream ? stream : fresh();
    if (!opened)
        return NULL;
    *opened = (struct stream){.open = true};
    if (open_as(opened, file, flags))
        return opened;
    opened->open = false;
    return NULL;
}

static FILE *open_handle(struct stream *stream, const char *name, const char *mode, const void *pc,
                         uintptr_t cfa)
{
    int flags = flags_of(mode);
    if (flags < 0) {
        errno = EINVAL;
        return NULL;
    }
    struct stream *opened = open_named(stream, name, flags, pc, cfa);
    return opened ? handle_of(opened) : NULL;
}

ABI FILE *__wrap_fopen(const char *name, const char *mode)
{
    return open_handle(NULL, name, mode, CALLER_PC, CALLER_CFA);
}
ALSO(fopen64, fopen)

ABI FILE *__wrap_freopen(const char *name, const char *mode, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    return name ? open_handle(stream, name, mode, CALLER_PC, CALLER_CFA) : handle;
}
ALSO(freopen64, freopen)

static int open_number(const char *name, int flags, const void *pc, uintptr_t cfa)
{
    struct stream *opened = open_named(NULL, name, flags, pc, cfa);
    return opened ? (int)(opened - streams) : -1;
}

ABI int __wrap_open(const char *name, int flags, ...)
{
    return open_number(name, flags, CALLER_PC, CALLER_CFA);
}
ALSO(open64, open)

ABI int __wrap_creat(const char *name, mode_t mode)
{
    (void)mode;
    return open_number(name, O_CREAT | O_WRONLY | O_TRUNC, CALLER_PC, CALLER_CFA);
}

static struct stream *open_unnamed(int flags)
{
    struct stream *stream = fresh();
    if (stream)
        open_as(stream, disk_unnamed(), flags);
    return stream;
}

ABI FILE *__wrap_tmpfile(void)
{
    struct stream *stream = open_unnamed(O_RDWR);
    return stream ? handle_of(stream) : NULL;
}
ALSO(tmpfile64, tmpfile)

ABI FILE *__wrap_fmemopen(void *memory, size_t size, const char *mode)
{
    struct stream *stream = flags_of(mode) < 0 ? NULL : open_unnamed(flags_of(mode));
    if (!stream)
        return NULL;
    if (*mode != 'w' && memory) {
        size_t used = *mode == 'r' ? size : strnlen(memory, size);
        READ(memory, used);
        disk_write(stream->file, 0, memory, used);
    }
    stream->memory = memory;
    stream->memory_size = size;
    return handle_of(stream);
}

ABI FILE *__wrap_open_memstream(char **memory, size_t *size)
{
    struct stream *stream = open_unnamed(O_WRONLY);
    if (!stream)
        return NULL;
    WRITE(memory, sizeof *memory);
    WRITE(size, sizeof *size);
    *memory = NULL;
    stream->memory_out = memory;
    stream->size_out = size;
    return handle_of(stream);
}

ABI FILE *__wrap_fdopen(int number, const char *mode)
{
    (void)mode;
    struct stream *stream = stream_numbered(number);
    return stream ? handle_of(stream) : NULL;
}

static int close_stream(struct stream *stream, const void *pc, uintptr_t cfa)
{
    if (!stream)
        return -1;
    stream_step(stream, pc, cfa);
    flush_memory(stream, pc, cfa);
    stream->open = false;
    return 0;
}

ABI int __wrap_fclose(FILE *handle)
{
    return close_stream(stream_of(handle, CALLER_PC), CALLER_PC, CALLER_CFA);
}

ABI int __wrap_close(int number)
{
    return close_stream(stream_numbered(number), CALLER_PC, CALLER_CFA);
}

ABI int __wrap_fflush(FILE *handle)
{
    if (handle)
        flush_memory(stream_of(handle, CALLER_PC), CALLER_PC, CALLER_CFA);
    return 0;
}
ALSO(fflush_unlocked, fflush)

/* ---- what is asked of a stream ------------------------------------------------------------- */

ABI int __wrap_feof(FILE *handle) { return stream_of(handle, CALLER_PC)->end; }
ABI int __wrap_ferror(FILE *handle) { return stream_of(handle, CALLER_PC)->failed; }
ALSO(feof_unlocked, feof)
ALSO(ferror_unlocked, ferror)

ABI void __wrap_clearerr(FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    stream->end = stream->failed = false;
}

ABI int __wrap_fileno(FILE *handle) { return (int)(stream_of(handle, CALLER_PC) - streams); }

/* Buffers can't be told apart from none: what is written is there at once. */
ABI int __wrap_setvbuf(FILE *handle, char *buffer, int mode, size_t size)
{
    stream_of(handle, CALLER_PC);
    return (void)buffer, (void)size, mode == _IONBF || mode == _IOLBF || mode == _IOFBF ? 0 : -1;
}

ABI void __wrap_setbuf(FILE *handle, char *buffer)
{
    (void)buffer;
    stream_of(handle, CALLER_PC);
}

ABI void __wrap_setbuffer(FILE *handle, char *buffer, size_t size)
{
    (void)size;
    __wrap_setbuf(handle, buffer);
}

ABI void __wrap_setlinebuf(FILE *handle) { __wrap_setbuf(handle, NULL); }

uint64_t streams_hash(uint64_t seed)
{
    return hash_block(streams, (size_t)most * sizeof *streams, seed);
}

void streams_undo(void) { memset(streams, 0, (size_t)most * sizeof *streams); }

void streams_pieces(void) { checkpoint_piece(streams, (size_t)most * sizeof *streams); }
