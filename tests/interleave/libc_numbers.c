/* libc_numbers.c - numbers from text, results through pointers, sorting. */
#include <inttypes.h>
#include <math.h>

#include "interleave/heap.h"
#include "interleave/libc_own.h"

/* ---- numbers from text ---------------------------------------------------------- */

/* What a conversion looked at: the number and the character that ends it. */
static void looked_at(const char *text, char *stop, char **end, const void *pc, uintptr_t cfa)
{
    memory_read(text, (size_t)(stop - text) + 1, pc, cfa);
    if (!end)
        return;
    memory_write(end, sizeof *end, pc, cfa);
    *end = stop;
}

#define FROM_TEXT(type, name, of)                                                                  \
    ABI type __wrap_##name(const char *text, char **end, int base)                                 \
    {                                                                                              \
        char *stop;                                                                                \
        type value = of(text, &stop, base);                                                        \
        looked_at(text, stop, end, CALLER_PC, CALLER_CFA);                                         \
        return value;                                                                              \
    }

FROM_TEXT(long, strtol, strtol)
FROM_TEXT(long long, strtoll, strtoll)
FROM_TEXT(unsigned long, strtoul, strtoul)
FROM_TEXT(unsigned long long, strtoull, strtoull)
FROM_TEXT(intmax_t, strtoimax, strtoimax)
FROM_TEXT(uintmax_t, strtoumax, strtoumax)
FROM_TEXT(long, __isoc23_strtol, strtol) /* newer headers call these */
FROM_TEXT(long long, __isoc23_strtoll, strtoll)
FROM_TEXT(unsigned long, __isoc23_strtoul, strtoul)
FROM_TEXT(unsigned long long, __isoc23_strtoull, strtoull)

#define REAL_FROM_TEXT(type, name)                                                                 \
    ABI type __wrap_##name(const char *text, char **end)                                           \
    {                                                                                              \
        char *stop;                                                                                \
        type value = name(text, &stop);                                                            \
        looked_at(text, stop, end, CALLER_PC, CALLER_CFA);                                         \
        return value;                                                                              \
    }

REAL_FROM_TEXT(double, strtod)
REAL_FROM_TEXT(float, strtof)
REAL_FROM_TEXT(long double, strtold)

#define SIMPLY_FROM_TEXT(type, name, value)                                                        \
    ABI type __wrap_##name(const char *text)                                                       \
    {                                                                                              \
        char *stop;                                                                                \
        type result = (type)value;                                                                 \
        looked_at(text, stop, NULL, CALLER_PC, CALLER_CFA);                                        \
        return result;                                                                             \
    }

SIMPLY_FROM_TEXT(int, atoi, strtol(text, &stop, 10))
SIMPLY_FROM_TEXT(long, atol, strtol(text, &stop, 10))
SIMPLY_FROM_TEXT(long long, atoll, strtoll(text, &stop, 10))
SIMPLY_FROM_TEXT(double, atof, strtod(text, &stop))

/* ---- results through pointers ----------------------------------------------------- */

#define WITH_POINTERS(type, suffix)                                                                \
    CALL(type, frexp##suffix, (type x, int *exponent), (x, exponent),                              \
         WRITE(exponent, sizeof *exponent))                                                        \
    CALL(type, modf##suffix, (type x, type * whole), (x, whole), WRITE(whole, sizeof *whole))      \
    CALL(type, remquo##suffix, (type x, type y, int *quotient), (x, y, quotient),                  \
         WRITE(quotient, sizeof *quotient))                                                        \
    ACTION(sincos##suffix, (type x, type * sine, type * cosine), (x, sine, cosine),                \
           WRITE(sine, sizeof *sine), WRITE(cosine, sizeof *cosine))

WITH_POINTERS(double, )
WITH_POINTERS(float, f)
WITH_POINTERS(long double, l)

/* ---- sorting ------------------------------------------------------------------------- */

/* As libc's: merging, stable; the comparison sees elements of the array only.
 * Ours, because libc's own room lies where the next execution finds it changed. */
struct sort {
    size_t size;
    char *room;
    int (*compare)(const void *, const void *);
    int (*compare_more)(const void *, const void *, void *);
    void *more;
};

static int compared(const struct sort *sort, const void *a, const void *b)
{
    return sort->compare ? sort->compare(a, b) : sort->compare_more(a, b, sort->more);
}

static void merge(const struct sort *sort, char *left, size_t left_count, size_t right_count)
{
    size_t size = sort->size;
    char *right = left + left_count * size, *end = right + right_count * size, *to = sort->room;
    const char *a = left, *b = right;
    while (a < right && b < end) {
        const char **from = compared(sort, a, b) <= 0 ? &a : &b;
        memcpy(to, *from, size);
        *from += size;
        to += size;
    }
    memcpy(to, a, (size_t)(right - a)); /* what is left of the right part lies there already */
    memcpy(left, sort->room, (size_t)(b - left));
}

static void sort_part(const struct sort *sort, char *base, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2;
    sort_part(sort, base, half);
    sort_part(sort, base + half * sort->size, count - half);
    merge(sort, base, half, count - half);
}

static void sort_all(struct sort *sort, void *base, size_t count, const void *pc, uintptr_t cfa)
{
    memory_read(base, count * sort->size, pc, cfa);
    memory_write(base, count * sort->size, pc, cfa);
    if (count < 2 || sort->size == 0)
        return;
    sort->room = libc_allocate(count * sort->size, 16, 0);
    if (!sort->room)
        libc_crash(pc, "qsort has no memory for %zu elements: the heap is full", count);
    sort_part(sort, base, count);
    heap_free(sort->room);
}

ABI void __wrap_qsort(void *base, size_t count, size_t size,
                      int (*compare)(const void *, const void *))
{
    struct sort sort = {.size = size, .compare = compare};
    sort_all(&sort, base, count, CALLER_PC, CALLER_CFA);
}

ABI void __wrap_qsort_r(void *base, size_t count, size_t size,
                        int (*compare)(const void *, const void *, void *), void *more)
{
    struct sort sort = {.size = size, .compare_more = compare, .more = more};
    sort_all(&sort, base, count, CALLER_PC, CALLER_CFA);
}
