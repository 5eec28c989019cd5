/* libc_input.c - reading: from standard input, files and texts. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "interleave/heap.h"
#include "interleave/libc_format.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"

/* ---- scanf ---------------------------------------------------------------------- */

/* libc's own scanf reads from our stream byte by byte, and says afterwards how
 * far it came: a byte that it only looked at stays. */

static ssize_t take_byte(void *cookie, char *to, size_t size)
{
    (void)size;
    struct stream *stream = cookie;
    int byte = stream_byte(stream);
    if (byte == EOF)
        return 0;
    *to = (char)byte;
    return 1;
}

static int tell_position(void *cookie, off_t *offset, int from)
{
    const struct stream *stream = cookie;
    if (from != SEEK_CUR || *offset != 0)
        return -1;
    *offset = (off_t)stream->at - stream->backs + (off_t)sizeof stream->back;
    return 0;
}

static int scan_stream(struct stream *stream, const char *format, va_list arguments)
{
    cookie_io_functions_t functions = {.read = take_byte, .seek = tell_position};
    FILE *in = fopencookie(stream, "r", functions);
    if (!in)
        out_of_memory("a stream");
    setvbuf(in, NULL, _IONBF, 0);
    int count = vfscanf(in, format, arguments);
    off_t reached = ftello(in) - (off_t)sizeof stream->back;
    off_t taken = (off_t)stream->at - stream->backs;
    if (reached >= 0 && taken == reached + 1) /* it looked at one more */
        stream_back(stream, (unsigned char)stream->file->bytes[stream->at - 1]);
    int error = errno;
    fclose(in);
    errno = error;
    return count;
}

static int scan(FILE *handle, const char *format, va_list arguments, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    va_list again;
    va_copy(again, arguments);
    stream_step(stream, pc, cfa);
    int count = scan_stream(stream, format, arguments);
    format_scanned(format, count, again, pc, cfa);
    va_end(again);
    return count;
}

static int scan_text(const char *text, const char *format, va_list arguments, const void *pc,
                     uintptr_t cfa)
{
    va_list again;
    va_copy(again, arguments);
    memory_read(text, strlen(text) + 1, pc, cfa);
    int count = vsscanf(text, format, arguments);
    format_scanned(format, count, again, pc, cfa);
    va_end(again);
    return count;
}

ABI int __wrap_scanf(const char *format, ...)
{
    WITH_ARGUMENTS(scan(stdin, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_fscanf(FILE *stream, const char *format, ...)
{
    WITH_ARGUMENTS(scan(stream, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_sscanf(const char *text, const char *format, ...)
{
    WITH_ARGUMENTS(scan_text(text, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_vscanf(const char *format, va_list arguments)
{
    return scan(stdin, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vfscanf(FILE *stream, const char *format, va_list arguments)
{
    return scan(stream, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vsscanf(const char *text, const char *format, va_list arguments)
{
    return scan_text(text, format, arguments, CALLER_PC, CALLER_CFA);
}

#define AND_BY_VERSION(name) ALSO(__isoc99_##name, name) ALSO(__isoc23_##name, name)

AND_BY_VERSION(scanf)
AND_BY_VERSION(fscanf)
AND_BY_VERSION(sscanf)
AND_BY_VERSION(vscanf)
AND_BY_VERSION(vfscanf)
AND_BY_VERSION(vsscanf)

/* ---- bytes ------------------------------------------------------------------------------- */

static int get_byte(FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    stream_step(stream, pc, cfa);
    return stream_byte(stream);
}

ABI int __wrap_getchar(void) { return get_byte(stdin, CALLER_PC, CALLER_CFA); }
ABI int __wrap_fgetc(FILE *stream) { return get_byte(stream, CALLER_PC, CALLER_CFA); }
ALSO(getchar_unlocked, getchar)
ALSO(getc, fgetc)
ALSO(_IO_getc, fgetc)
ALSO(getc_unlocked, fgetc)
ALSO(fgetc_unlocked, fgetc)

ABI int __wrap_ungetc(int byte, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    if (byte == EOF || stream->backs == (int)sizeof stream->back)
        return EOF;
    stream_back(stream, byte);
    return (unsigned char)byte;
}

ABI size_t __wrap_fread(void *to, size_t size, size_t count, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    size_t there = stream->file
                       ? stream->file->size -
                             (stream->at < stream->file->size ? stream->at : stream->file->size)
                       : 0;
    size_t wanted = size * count, most = there + (size_t)stream->backs;
    WRITE(to, wanted < most ? wanted : most);
    return size ? stream_take(stream, to, wanted) / size : 0;
}
ALSO(fread_unlocked, fread)

ABI ssize_t __wrap_read(int number, void *to, size_t size)
{
    struct stream *stream = stream_numbered(number);
    if (!stream)
        return -1;
    stream_step(stream, CALLER_PC, CALLER_CFA);
    if (!stream->reads || !stream->file) {
        errno = EBADF;
        return -1;
    }
    size_t at = stream->at, there = stream->file->size > at ? stream->file->size - at : 0;
    WRITE(to, size < there ? size : there);
    return (ssize_t)stream_take(stream, to, size);
}

/* ---- lines --------------------------------------------------------------------------------- */

/* Up to `most` bytes, to the end byte and with it. */
static size_t take_line(struct stream *stream, char *to, size_t most, int end)
{
    size_t size = 0;
    int byte = 0;
    while (size < most && byte != end && (byte = stream_byte(stream)) != EOF)
        to[size++] = (char)byte;
    return size;
}

static char *get_line(char *to, size_t room, FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    stream_step(stream, pc, cfa);
    if (room == 0)
        return NULL;
    size_t size = take_line(stream, to, room - 1, '\n');
    if (size == 0 && room > 1)
        return NULL;
    to[size] = '\0';
    memory_write(to, size + 1, pc, cfa);
    return to;
}

ABI char *__wrap_fgets(char *to, int room, FILE *stream)
{
    return get_line(to, room > 0 ? (size_t)room : 0, stream, CALLER_PC, CALLER_CFA);
}
ALSO(fgets_unlocked, fgets)

ABI char *__wrap_gets(char *to)
{
    char *line = get_line(to, INT32_MAX, stdin, CALLER_PC, CALLER_CFA);
    if (line)
        line[strcspn(line, "\n")] = '\0';
    return line;
}

/* How long the next line is. */
static size_t line_length(const struct stream *stream, int end)
{
    size_t length = (size_t)stream->backs;
    const struct file *file = stream->file;
    for (size_t at = stream->at; file && at < file->size; at++) {
        length++;
        if ((unsigned char)file->bytes[at] == end)
            break;
    }
    return length;
}

static ssize_t get_until(char **line, size_t *room, int end, FILE *handle, const void *pc,
                         uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    stream_step(stream, pc, cfa);
    size_t need = line_length(stream, end) + 1;
    memory_read(line, sizeof *line, pc, cfa);
    memory_read(room, sizeof *room, pc, cfa);
    if (!*line || *room < need) {
        size_t fresh = need < 120 ? 120 : need;
        char *block = libc_allocate(fresh, 16, 0);
        if (!block)
            return -1;
        memory_write(line, sizeof *line, pc, cfa);
        memory_write(room, sizeof *room, pc, cfa);
        heap_free(*line);
        *line = block;
        *room = fresh;
    }
    size_t size = take_line(stream, *line, need - 1, end);
    if (size == 0) {
        stream->end = true;
        return -1;
    }
    memory_write(*line, size + 1, pc, cfa);
    (*line)[size] = '\0';
    return (ssize_t)size;
}

ABI ssize_t __wrap_getline(char **line, size_t *room, FILE *stream)
{
    return get_until(line, room, '\n', stream, CALLER_PC, CALLER_CFA);
}

ABI ssize_t __wrap_getdelim(char **line, size_t *room, int end, FILE *stream)
{
    return get_until(line, room, end, stream, CALLER_PC, CALLER_CFA);
}
ALSO(__getdelim, getdelim)
