/* libc_streams.c - printing: captured, and a step on the stream. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "interleave/libc_own.h"
#include "interleave/output.h"

static int stream_number(const FILE *stream)
{
    return stream == stdout ? 1 : stream == stderr ? 2 : 0;
}

/* Formats, then appends to the captured stream (or writes to a file). */
static int print(FILE *stream, const char *format, va_list arguments, const void *pc, uintptr_t cfa)
{
    char small[512], *text = small;
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(small, sizeof small, format, arguments);
    if (size >= (int)sizeof small) {
        text = malloc((size_t)size + 1);
        if (text)
            vsnprintf(text, (size_t)size + 1, format, again);
    }
    va_end(again);
    memory_shared_call(stream, pc, cfa);
    if (text && size > 0 && stream_number(stream))
        output_write(stream_number(stream), text, (size_t)size);
    else if (text && size > 0)
        size = (int)fwrite(text, 1, (size_t)size, stream);
    if (text != small)
        free(text);
    return size;
}

static size_t put(const void *bytes, size_t size, FILE *stream, const void *pc, uintptr_t cfa)
{
    memory_read(bytes, size, pc, cfa);
    memory_shared_call(stream, pc, cfa);
    if (!stream_number(stream))
        return fwrite(bytes, 1, size, stream);
    output_write(stream_number(stream), bytes, size);
    return size;
}

#define PRINT(stream, format)                                                                      \
    va_list arguments;                                                                             \
    va_start(arguments, format);                                                                   \
    int size = print(stream, format, arguments, CALLER_PC, CALLER_CFA);                            \
    va_end(arguments);                                                                             \
    return size

ABI int __wrap_printf(const char *format, ...) { PRINT(stdout, format); }
ABI int __wrap_fprintf(FILE *stream, const char *format, ...) { PRINT(stream, format); }

ABI int __wrap_vprintf(const char *format, va_list arguments)
{
    return print(stdout, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vfprintf(FILE *stream, const char *format, va_list arguments)
{
    return print(stream, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_puts(const char *text)
{
    char line[1024];
    size_t length = strlen(text);
    if (length < sizeof line) { /* one line, one step */
        memcpy(line, text, length);
        line[length] = '\n';
        READ(text, length + 1);
        SHARED(stdout);
        output_write(1, line, length + 1);
        return 1;
    }
    put(text, length, stdout, CALLER_PC, CALLER_CFA);
    put("\n", 1, stdout, CALLER_PC, CALLER_CFA);
    return 1;
}

static int put_byte(int byte, FILE *stream, const void *pc, uintptr_t cfa)
{
    char c = (char)byte;
    memory_shared_call(stream, pc, cfa);
    if (!stream_number(stream))
        return fputc(byte, stream);
    output_write(stream_number(stream), &c, 1);
    return (unsigned char)c;
}

ABI int __wrap_putchar(int c) { return put_byte(c, stdout, CALLER_PC, CALLER_CFA); }
ABI int __wrap_fputc(int c, FILE *stream) { return put_byte(c, stream, CALLER_PC, CALLER_CFA); }
ABI int __wrap_putc(int c, FILE *stream) { return put_byte(c, stream, CALLER_PC, CALLER_CFA); }

ABI int __wrap_fputs(const char *text, FILE *stream)
{
    put(text, strlen(text), stream, CALLER_PC, CALLER_CFA);
    return 1;
}

ABI size_t __wrap_fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    return size ? put(bytes, size * count, stream, CALLER_PC, CALLER_CFA) / size : 0;
}

ABI int __wrap_fflush(FILE *stream) { return stream_number(stream) ? 0 : fflush(stream); }

static int format_into(char *to, size_t room, const char *format, va_list arguments, const void *pc,
                       uintptr_t cfa)
{
    int size = vsnprintf(to, room, format, arguments);
    size_t written = size < 0 ? 0 : (size_t)size + 1;
    memory_write(to, written < room ? written : room, pc, cfa);
    return size;
}

ABI int __wrap_vsnprintf(char *to, size_t room, const char *format, va_list arguments)
{
    return format_into(to, room, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_snprintf(char *to, size_t room, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = format_into(to, room, format, arguments, CALLER_PC, CALLER_CFA);
    va_end(arguments);
    return size;
}

ABI int __wrap_sprintf(char *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = format_into(to, INT32_MAX, format, arguments, CALLER_PC, CALLER_CFA);
    va_end(arguments);
    return size;
}
