#include "interleave/libc_format.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "interleave/memory.h"

/* One conversion specification: %-8.3lf */
struct conversion {
    char kind;      /* the last character; 0: the format has ended */
    char length;    /* h, l, L, …; 'H' for hh, 'q' for ll; 0 none */
    bool skips;     /* scanf: * */
    bool allocates; /* scanf: m */
    bool positional;
    int stars;     /* printf: widths and precisions that are arguments */
    bool measured; /* printf: has a precision */
    bool measure_is_argument;
    size_t width, precision;
};

static size_t number(const char **at)
{
    size_t value = 0;
    for (; **at >= '0' && **at <= '9'; ++*at)
        value = value * 10 + (size_t)(**at - '0');
    return value;
}

static void read_length(const char **at, struct conversion *one)
{
    while (**at && strchr("hlLqjzt", **at)) {
        one->length = one->length == 'h' && **at == 'h'   ? 'H'
                      : one->length == 'l' && **at == 'l' ? 'q'
                                                          : **at;
        ++*at;
    }
}

static void read_precision(const char **at, struct conversion *one)
{
    if (**at != '.')
        return;
    ++*at;
    one->measured = true;
    if (**at == '*') {
        one->measure_is_argument = true;
        ++*at;
    } else {
        one->precision = number(at);
    }
}

/* [^]…] of scanf: the bracket that ends it may not be the first of the set. */
static void skip_set(const char **at)
{
    if (**at == '^')
        ++*at;
    if (**at == ']')
        ++*at;
    while (**at && **at != ']')
        ++*at;
    if (**at)
        ++*at;
}

/* The next one, and *at behind it. */
static struct conversion next(const char **at, bool scans)
{
    struct conversion one = {0};
    while (**at && **at != '%')
        ++*at;
    if (!**at)
        return one;
    ++*at;
    while (!scans && **at && strchr("-+ #0'I", **at))
        ++*at;
    if (**at == '*') {
        one.skips = scans;
        one.stars = !scans;
        ++*at;
    }
    one.width = number(at);
    one.positional = **at == '$';
    read_precision(at, &one);
    if (scans && **at == 'm') {
        one.allocates = true;
        ++*at;
    }
    read_length(at, &one);
    one.kind = **at;
    if (one.kind)
        ++*at;
    if (scans && one.kind == '[')
        skip_set(at);
    return one;
}

static size_t integer_size(char length)
{
    return length == 'H' ? 1 : length == 'h' ? 2 : length ? 8 : 4;
}

static void print_text(const struct conversion *one, const char *text, size_t precision,
                       const void *pc, uintptr_t cfa)
{
    if (!text || one->length == 'l')
        return;
    size_t length = one->measured ? strnlen(text, precision) : strlen(text);
    memory_read(text, one->measured && length == precision ? length : length + 1, pc, cfa);
}

void format_printed(const char *format, va_list arguments, const void *pc, uintptr_t cfa)
{
    va_list rest;
    const char *at = format;
    va_copy(rest, arguments);
    memory_read(format, strlen(format) + 1, pc, cfa);
    for (struct conversion one = next(&at, false); one.kind && !one.positional;
         one = next(&at, false)) {
        size_t precision = one.precision;
        for (int i = 0; i < one.stars; i++)
            (void)va_arg(rest, int);
        if (one.measure_is_argument) {
            int given = va_arg(rest, int);
            one.measured = given >= 0;
            precision = (size_t)given;
        }
        if (one.kind == 's')
            print_text(&one, va_arg(rest, const char *), precision, pc, cfa);
        else if (one.kind == 'n')
            memory_write(va_arg(rest, void *), integer_size(one.length), pc, cfa);
        else if (strchr("aAeEfFgG", one.kind) && one.length == 'L')
            /* NOLINTNEXTLINE(bugprone-branch-clone): the types differ, and where they are passed */
            (void)va_arg(rest, long double);
        else if (strchr("aAeEfFgG", one.kind))
            (void)va_arg(rest, double);
        else if (strchr("diouxXcCpS", one.kind))
            (void)va_arg(rest, long); /* narrower ones take the same place */
    }
    va_end(rest);
}

static size_t scanned_size(const struct conversion *one, const void *to)
{
    bool real = strchr("aAeEfFgG", one->kind);
    if (one->allocates || one->kind == 'p')
        return sizeof(void *);
    if (one->kind == 's' || one->kind == '[')
        return one->length == 'l' ? 0 : strlen(to) + 1;
    if (one->kind == 'c')
        return one->length == 'l' ? 0 : one->width ? one->width : 1;
    if (real)
        return one->length == 'L' ? sizeof(long double) : one->length == 'l' ? 8 : 4;
    return integer_size(one->length);
}

void format_scanned(const char *format, int assignments, va_list arguments, const void *pc,
                    uintptr_t cfa)
{
    va_list rest;
    const char *at = format;
    va_copy(rest, arguments);
    memory_read(format, strlen(format) + 1, pc, cfa);
    for (struct conversion one = next(&at, true); one.kind && !one.positional;
         one = next(&at, true)) {
        if (one.skips || one.kind == '%')
            continue;
        if (one.kind != 'n' && assignments-- <= 0)
            break;
        const void *to = va_arg(rest, const void *);
        memory_write(to, scanned_size(&one, to), pc, cfa);
    }
    va_end(rest);
}
