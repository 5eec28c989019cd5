/* libc_wide.c - wide characters: streams of them, and the ranges of wide strings.
 *
 * A stream holds bytes; what is wide is converted on its way as the locale says,
 * by libc's own functions.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

#include "interleave/libc_format.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"

#define MOST_WIDE ((size_t)1 << 24) /* characters that one call may print */
#define LONGEST 16                  /* bytes of one character: MB_LEN_MAX */

/* ---- printing -------------------------------------------------------------------- */

static wint_t put_wide(wchar_t c, struct stream *stream)
{
    char bytes[LONGEST];
    int size = wctomb(bytes, c);
    if (size < 0) {
        errno = EILSEQ;
        stream->failed = true;
        return WEOF;
    }
    return stream_put(stream, bytes, (size_t)size) == (size_t)size ? (wint_t)c : WEOF;
}

static int put_all(const wchar_t *text, struct stream *stream)
{
    int count = 0;
    for (; *text; text++, count++)
        if (put_wide(*text, stream) == WEOF)
            return -1;
    return count;
}

static wint_t put_one(wchar_t c, FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    stream_step(stream, pc, cfa);
    return put_wide(c, stream);
}

ABI wint_t __wrap_putwchar(wchar_t c) { return put_one(c, stdout, CALLER_PC, CALLER_CFA); }
ABI wint_t __wrap_fputwc(wchar_t c, FILE *to) { return put_one(c, to, CALLER_PC, CALLER_CFA); }
ALSO(putwc, fputwc)

#define READ_WIDE(text) READ(text, (wcslen(text) + 1) * sizeof(wchar_t))

ABI int __wrap_fputws(const wchar_t *text, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    READ_WIDE(text);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    return put_all(text, stream) < 0 ? EOF : 1;
}

/* A wide format names the same arguments as the narrow one. */
static void read_format(const wchar_t *format, va_list arguments, const void *pc, uintptr_t cfa)
{
    size_t length = wcslen(format);
    char *narrow = malloc(length + 1);
    if (!narrow)
        out_of_memory("a format");
    for (size_t i = 0; i <= length; i++)
        narrow[i] = format[i] < 128 ? (char)format[i] : '?';
    memory_read(format, (length + 1) * sizeof *format, pc, cfa);
    format_printed(narrow, arguments, pc, cfa);
    free(narrow);
}

/* In malloc'ed memory: vswprintf does not say how much room it needs. */
static wchar_t *format_wide(const wchar_t *format, va_list arguments)
{
    for (size_t room = 256; room <= MOST_WIDE; room *= 4) {
        va_list again;
        wchar_t *text = malloc(room * sizeof *text);
        if (!text)
            out_of_memory("a text");
        va_copy(again, arguments);
        int size = vswprintf(text, room, format, again);
        va_end(again);
        if (size >= 0)
            return text;
        free(text);
    }
    return NULL;
}

static int print_wide(FILE *handle, const wchar_t *format, va_list arguments, const void *pc,
                      uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    read_format(format, arguments, pc, cfa);
    wchar_t *text = format_wide(format, arguments);
    stream_step(stream, pc, cfa);
    int count = text ? put_all(text, stream) : -1;
    free(text);
    return count;
}

ABI int __wrap_wprintf(const wchar_t *format, ...)
{
    WITH_ARGUMENTS(print_wide(stdout, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_fwprintf(FILE *stream, const wchar_t *format, ...)
{
    WITH_ARGUMENTS(print_wide(stream, format, arguments, CALLER_PC, CALLER_CFA));
}

ABI int __wrap_vwprintf(const wchar_t *format, va_list arguments)
{
    return print_wide(stdout, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_vfwprintf(FILE *stream, const wchar_t *format, va_list arguments)
{
    return print_wide(stream, format, arguments, CALLER_PC, CALLER_CFA);
}

static int print_into(wchar_t *to, size_t room, const wchar_t *format, va_list arguments,
                      const void *pc, uintptr_t cfa)
{
    read_format(format, arguments, pc, cfa);
    int count = vswprintf(to, room, format, arguments);
    size_t written = count < 0 ? room : (size_t)count + 1;
    memory_write(to, written * sizeof *to, pc, cfa);
    return count;
}

ABI int __wrap_vswprintf(wchar_t *to, size_t room, const wchar_t *format, va_list arguments)
{
    return print_into(to, room, format, arguments, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_swprintf(wchar_t *to, size_t room, const wchar_t *format, ...)
{
    WITH_ARGUMENTS(print_into(to, room, format, arguments, CALLER_PC, CALLER_CFA));
}

/* ---- reading ------------------------------------------------------------------------ */

static wint_t take_wide(struct stream *stream)
{
    mbstate_t state = {0};
    for (int taken = 0; taken < LONGEST; taken++) {
        wchar_t c;
        int byte = stream_byte(stream);
        if (byte == EOF && taken == 0)
            return WEOF;
        char next = (char)byte;
        size_t size = byte == EOF ? (size_t)-1 : mbrtowc(&c, &next, 1, &state);
        if (size == (size_t)-1)
            break;
        if (size != (size_t)-2)
            return (wint_t)c;
    }
    errno = EILSEQ;
    stream->failed = true;
    return WEOF;
}

static wint_t get_one(FILE *handle, const void *pc, uintptr_t cfa)
{
    struct stream *stream = stream_of(handle, pc);
    stream_step(stream, pc, cfa);
    return take_wide(stream);
}

ABI wint_t __wrap_getwchar(void) { return get_one(stdin, CALLER_PC, CALLER_CFA); }
ABI wint_t __wrap_fgetwc(FILE *from) { return get_one(from, CALLER_PC, CALLER_CFA); }
ALSO(getwc, fgetwc)

ABI wint_t __wrap_ungetwc(wint_t c, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    char bytes[LONGEST];
    int size = c == WEOF ? -1 : wctomb(bytes, (wchar_t)c);
    stream_step(stream, CALLER_PC, CALLER_CFA);
    if (size < 0 || stream->backs + size > (int)sizeof stream->back)
        return WEOF;
    while (size > 0)
        stream_back(stream, (unsigned char)bytes[--size]);
    return c;
}

ABI wchar_t *__wrap_fgetws(wchar_t *to, int room, FILE *handle)
{
    struct stream *stream = stream_of(handle, CALLER_PC);
    int size = 0;
    wint_t c = 0;
    stream_step(stream, CALLER_PC, CALLER_CFA);
    while (size < room - 1 && c != L'\n' && (c = take_wide(stream)) != WEOF)
        to[size++] = (wchar_t)c;
    if (size == 0 || room < 1)
        return NULL;
    to[size] = L'\0';
    WRITE(to, ((size_t)size + 1) * sizeof *to);
    return to;
}

/* ---- strings ---------------------------------------------------------------------------- */

#define WIDE sizeof(wchar_t)
#define LENGTH(text) ((wcslen(text) + 1) * WIDE)
#define UP_TO(text, most) (wcsnlen(text, most) * WIDE)

CALL(size_t, wcslen, (const wchar_t *s), (s), READ_WIDE(s))
CALL(size_t, wcsnlen, (const wchar_t *s, size_t n), (s, n), READ(s, UP_TO(s, n)))
CALL(wchar_t *, wcscpy, (wchar_t * to, const wchar_t *s), (to, s), READ_WIDE(s),
     WRITE(to, LENGTH(s)))
CALL(wchar_t *, wcsncpy, (wchar_t * to, const wchar_t *s, size_t n), (to, s, n),
     READ(s, UP_TO(s, n)), WRITE(to, n *WIDE))
/* cppcheck-suppress CastIntegerToAddressAtReturn; it believes that wcscat gives a number */
CALL(wchar_t *, wcscat, (wchar_t * to, const wchar_t *s), (to, s), READ_WIDE(s), READ_WIDE(to),
     WRITE(to + wcslen(to), LENGTH(s)))
CALL(wchar_t *, wcsncat, (wchar_t * to, const wchar_t *s, size_t n), (to, s, n),
     READ(s, UP_TO(s, n)), READ_WIDE(to), WRITE(to + wcslen(to), UP_TO(s, n) + WIDE))
CALL(int, wcscmp, (const wchar_t *a, const wchar_t *b), (a, b), READ_WIDE(a), READ_WIDE(b))
CALL(int, wcsncmp, (const wchar_t *a, const wchar_t *b, size_t n), (a, b, n), READ(a, UP_TO(a, n)),
     READ(b, UP_TO(b, n)))
/* cppcheck-suppress CastIntegerToAddressAtReturn; and so wcschr */
CALL(wchar_t *, wcschr, (const wchar_t *s, wchar_t c), (s, c), READ_WIDE(s))
CALL(wchar_t *, wcsrchr, (const wchar_t *s, wchar_t c), (s, c), READ_WIDE(s))
CALL(wchar_t *, wcsstr, (const wchar_t *s, const wchar_t *t), (s, t), READ_WIDE(s), READ_WIDE(t))
CALL(wchar_t *, wmemcpy, (wchar_t * to, const wchar_t *s, size_t n), (to, s, n), READ(s, n *WIDE),
     WRITE(to, n *WIDE))
CALL(wchar_t *, wmemmove, (wchar_t * to, const wchar_t *s, size_t n), (to, s, n), READ(s, n *WIDE),
     WRITE(to, n *WIDE))
CALL(wchar_t *, wmemset, (wchar_t * to, wchar_t c, size_t n), (to, c, n), WRITE(to, n *WIDE))
CALL(int, wmemcmp, (const wchar_t *a, const wchar_t *b, size_t n), (a, b, n), READ(a, n *WIDE),
     READ(b, n *WIDE))

ABI wchar_t *__wrap_wcsdup(const wchar_t *text)
{
    READ_WIDE(text);
    wchar_t *copy = libc_allocate(LENGTH(text), 16, 0);
    if (copy) {
        WRITE(copy, LENGTH(text));
        wmemcpy(copy, text, wcslen(text) + 1);
    }
    return copy;
}

ABI size_t __wrap_mbstowcs(wchar_t *to, const char *text, size_t room)
{
    READ_TEXT(text);
    size_t count = mbstowcs(to, text, room);
    if (to && count != (size_t)-1)
        WRITE(to, (count < room ? count + 1 : room) * WIDE);
    return count;
}

ABI size_t __wrap_wcstombs(char *to, const wchar_t *text, size_t room)
{
    READ_WIDE(text);
    size_t count = wcstombs(to, text, room);
    if (to && count != (size_t)-1)
        WRITE(to, count < room ? count + 1 : room);
    return count;
}

/* ---- one character: without a state of the caller's they share libc's --------------- */

static void touch_state(mbstate_t *state, const char *of, const void *pc, uintptr_t cfa)
{
    if (state)
        memory_write(state, sizeof *state, pc, cfa);
    else
        memory_shared_call(of, pc, cfa);
}

ABI int __wrap_mbtowc(wchar_t *to, const char *text, size_t most)
{
    if (text)
        READ(text, strnlen(text, most));
    if (to)
        WRITE(to, WIDE);
    return mbtowc(to, text, most);
}

ABI int __wrap_wctomb(char *to, wchar_t c)
{
    int size = wctomb(to, c);
    if (to && size > 0)
        WRITE(to, (size_t)size);
    return size;
}

ABI size_t __wrap_mbrtowc(wchar_t *to, const char *text, size_t most, mbstate_t *state)
{
    static const char own;
    if (text)
        READ(text, strnlen(text, most));
    if (to)
        WRITE(to, WIDE);
    touch_state(state, &own, CALLER_PC, CALLER_CFA);
    return mbrtowc(to, text, most, state);
}

ABI size_t __wrap_wcrtomb(char *to, wchar_t c, mbstate_t *state)
{
    static const char own;
    touch_state(state, &own, CALLER_PC, CALLER_CFA);
    size_t size = wcrtomb(to, c, state);
    if (to && size != (size_t)-1)
        WRITE(to, size);
    return size;
}
