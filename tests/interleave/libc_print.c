/* libc_print.c - printing: captured, and a step on the stream. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "interleave/libc_format.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"

void __wrap_exit(int status) __attribute__((noreturn));

/* Formats into small, or into malloc'ed memory; the length, or negative. */
static int format_text(char *small, size_t room, char **text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    errno = libc_errno(); /* %m */
    int size = vsnprintf(small, room, format, arguments);
    *text = small;
    if (size >= (int)room) {
        *text = malloc((size_t)size + 1);
        if (!*text)
            out_of_memory("a text");
        vsnprintf(*text, (size_t)size + 1, format, again);
    }
    va_end(again);
    return size;
}

static int print_to(struct stream *stream, const char *format, va_list arguments, const void *pc,
                    uintptr_t cfa)
{
    char small[512], *text;
    format_printed(format, arguments, pc, cfa);
    int size = format_text(small, sizeof small, &text, format, arguments);
    stream_step(stream, pc, cfa);
    if (size > 0 && stream_put(stream, text, (size_t)size) == 0)
        size = -1;
    if (text != small)
        free(text);
    return size;
}

static int print(FILE *stream, const char *format, va_list arguments, const void *pc, uintptr_t cfa)
{
    return print_to(stream_of(stream, pc), format, arguments, pc, cfa);
}

ABI int __wrap_printf(const char *format, ...)
{
    WITH_ARGUMENTS(print(stdout, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_fprintf(FILE *stream, const char *format, ...)
{
    WITH_ARGUMENTS(print(stream, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_vprintf(const char *format, va_list arguments)
{
    return print(stdout, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vfprintf(FILE *stream, const char *format, va_list arguments)
{
    return print(stream, format, arguments, CALLER_PC, CALLER_CFA);
}

static int print_numbered(int number, const char *format, va_list arguments, const void *pc,
                          uintptr_t cfa)
{
    struct stream *stream = stream_numbered(number);
    return stream ? print_to(stream, format, arguments, pc, cfa) : -1;
}

ABI int __wrap_dprintf(int number, const char *format, ...)
{
    WITH_ARGUMENTS(print_numbered(number, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_vdprintf(int number, const char *format, va_list arguments)
{
    return print_numbered(number, format, arguments, CALLER_PC, CALLER_CFA);
}

/* ---- bytes and lines ------------------------------------------------------------------ */

static size_t put(const void *bytes, size_t size, FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    memory_read(bytes, size, pc, cfa);
    stream_step(stream, pc, cfa);
    return stream_put(stream, bytes, size);
}

ABI int __wrap_puts(const char *text)
{
    struct stream *stream = stream_of(stdout, CALLER_PC);
    size_t length = strlen(text);
    READ(text, length + 1);
    stream_step(stream, CALLER_PC, CALLER_CFA); /* one line, one step */
    stream_put(stream, text, length);
    return stream_put(stream, "\n", 1) == 1 ? 1 : EOF;
}

static int put_byte(int byte, FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    unsigned char c = (unsigned char)byte;
    stream_step(stream, pc, cfa);
    return stream_put(stream, &c, 1) == 1 ? c : EOF;
}

ABI int __wrap_putchar(int c) { return put_byte(c, stdout, CALLER_PC, CALLER_CFA); }
ABI int __wrap_fputc(int c, FILE *stream) { return put_byte(c, stream, CALLER_PC, CALLER_CFA); }
ALSO(putchar_unlocked, putchar)
ALSO(putc, fputc)
ALSO(_IO_putc, fputc)
ALSO(putc_unlocked, fputc)
ALSO(fputc_unlocked, fputc)

ABI int __wrap_fputs(const char *text, FILE *stream)
{
    size_t length = strlen(text);
    return put(text, length, stream, CALLER_PC, CALLER_CFA) == length ? 1 : EOF;
}
ALSO(fputs_unlocked, fputs)

ABI size_t __wrap_fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    return size ? put(bytes, size * count, stream, CALLER_PC, CALLER_CFA) / size : 0;
}
ALSO(fwrite_unlocked, fwrite)

ABI ssize_t __wrap_write(int number, const void *bytes, size_t size)
{
    struct stream *stream = stream_numbered(number);
    if (!stream)
        return -1;
    READ(bytes, size);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    return stream_put(stream, bytes, size) == size ? (ssize_t)size : -1;
}

/* ---- into memory ------------------------------------------------------------------------- */

static int print_into(char *to, size_t room, const char *format, va_list arguments, const void *pc,
                      uintptr_t cfa)
{
    va_list again;
    va_copy(again, arguments);
    format_printed(format, arguments, pc, cfa);
    errno = libc_errno();
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    size_t written = size < 0 ? 0 : (size_t)size + 1;
    memory_write(to, written < room ? written : room, pc, cfa);
    return vsnprintf(to, room, format, arguments);
}

ABI int __wrap_vsnprintf(char *to, size_t room, const char *format, va_list arguments)
{
    return print_into(to, room, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vsprintf(char *to, const char *format, va_list arguments)
{
    return print_into(to, INT32_MAX, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_snprintf(char *to, size_t room, const char *format, ...)
{
    WITH_ARGUMENTS(print_into(to, room, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_sprintf(char *to, const char *format, ...)
{
    WITH_ARGUMENTS(print_into(to, INT32_MAX, format, arguments, CALLER_PC, CALLER_CFA));
}

static int print_anew(char **to, const char *format, va_list arguments, const void *pc,
                      uintptr_t cfa)
{
    va_list again;
    va_copy(again, arguments);
    format_printed(format, arguments, pc, cfa);
    memory_write(to, sizeof *to, pc, cfa);
    errno = libc_errno();
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    *to = size < 0 ? NULL : libc_allocate((size_t)size + 1, 16, 0);
    return *to ? vsnprintf(*to, (size_t)size + 1, format, arguments) : -1;
}

ABI int __wrap_asprintf(char **to, const char *format, ...)
{
    WITH_ARGUMENTS(print_anew(to, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_vasprintf(char **to, const char *format, va_list arguments)
{
    return print_anew(to, format, arguments, CALLER_PC, CALLER_CFA);
}

/* ---- complaints, on standard error ----------------------------------------------------------- */

/* The text, and what error it was. libc begins with the program's name, which here
 * would be that of the tool. */
static void complain(const char *format, va_list arguments, const int *number, const void *pc,
                     uintptr_t cfa)
{
    struct stream *stream = stream_of(stderr, pc);
    char small[512], *text = NULL;
    const char *error = number ? strerror(*number) : NULL;
    int size = 0;
    if (format) {
        format_printed(format, arguments, pc, cfa);
        size = format_text(small, sizeof small, &text, format, arguments);
    }
    stream_step(stream, pc, cfa);
    if (size > 0)
        stream_put(stream, text, (size_t)size);
    if (size > 0 && error)
        stream_put(stream, ": ", 2);
    if (error)
        stream_put(stream, error, strlen(error));
    stream_put(stream, "\n", 1);
    if (text != small)
        free(text);
}

static void complain_of(const int *number, const void *pc, uintptr_t cfa, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments, number, pc, cfa);
    va_end(arguments);
}

ABI void __wrap_perror(const char *text)
{
    int number = libc_errno();
    if (text && *text)
        complain_of(&number, CALLER_PC, CALLER_CFA, "%s", text);
    else
        complain_of(&number, CALLER_PC, CALLER_CFA, NULL);
}

#define COMPLAIN(number)                                                                           \
    va_list arguments;                                                                             \
    va_start(arguments, format);                                                                   \
    complain(format, arguments, number, CALLER_PC, CALLER_CFA);                                    \
    va_end(arguments)

ABI void __wrap_warnx(const char *format, ...) { COMPLAIN(NULL); }

ABI void __wrap_warn(const char *format, ...)
{
    int number = libc_errno();
    COMPLAIN(&number);
}

ABI _Noreturn void __wrap_err(int status, const char *format, ...)
{
    int number = libc_errno();
    COMPLAIN(&number);
    __wrap_exit(status);
}

ABI _Noreturn void __wrap_errx(int status, const char *format, ...)
{
    COMPLAIN(NULL);
    __wrap_exit(status);
}

ABI void __wrap_error(int status, int number, const char *format, ...)
{
    COMPLAIN(number ? &number : NULL);
    if (status)
        __wrap_exit(status);
}
