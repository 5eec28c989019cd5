/* libc_strings.c - memory and string functions: the ranges that they touch.
 *
 * What is read ends where C says that the function stops looking, so that a
 * write behind that place is no race.
 */
#include <stdint.h>
#include <strings.h>

#include "interleave/libc_own.h"

/* ---- memory ---------------------------------------------------------------------- */

ABI void *__wrap_memcpy(void *to, const void *from, size_t size)
{
    READ(from, size);
    WRITE(to, size);
    return memmove(to, from, size);
}

CALL(void *, memmove, (void *to, const void *from, size_t size), (to, from, size), READ(from, size),
     WRITE(to, size))
CALL(void *, mempcpy, (void *to, const void *from, size_t size), (to, from, size), READ(from, size),
     WRITE(to, size))
/* NOLINTNEXTLINE(clang-analyzer-security.insecureAPI.bcopy): the program called it */
ACTION(bcopy, (const void *from, void *to, size_t size), (from, to, size), READ(from, size),
       WRITE(to, size))
CALL(void *, memset, (void *to, int byte, size_t size), (to, byte, size), WRITE(to, size))
/* NOLINTNEXTLINE(clang-analyzer-security.insecureAPI.bzero): the program called it */
ACTION(bzero, (void *to, size_t size), (to, size), WRITE(to, size))
ACTION(explicit_bzero, (void *to, size_t size), (to, size), WRITE(to, size))
CALL(int, memcmp, (const void *a, const void *b, size_t size), (a, b, size), READ(a, size),
     READ(b, size))
/* NOLINTNEXTLINE(clang-analyzer-security.insecureAPI.bcmp): the program called it */
CALL(int, bcmp, (const void *a, const void *b, size_t size), (a, b, size), READ(a, size),
     READ(b, size))
CALL(void *, memmem, (const void *block, size_t size, const void *part, size_t length),
     (block, size, part, length), READ(block, size), READ(part, length))

/* Up to the byte that was found, or all of it. */
static size_t up_to(const void *block, const void *found, size_t size)
{
    return found ? (size_t)((const char *)found - (const char *)block) + 1 : size;
}

ABI void *__wrap_memchr(const void *block, int byte, size_t size)
{
    void *found = memchr(block, byte, size);
    READ(block, up_to(block, found, size));
    return found;
}

CALL(void *, memrchr, (const void *block, int byte, size_t size), (block, byte, size),
     READ(block, size))

ABI void *__wrap_rawmemchr(const void *block, int byte)
{
    void *found = rawmemchr(block, byte);
    READ(block, up_to(block, found, 0));
    return found;
}

ABI void *__wrap_memccpy(void *to, const void *from, int byte, size_t size)
{
    size_t used = up_to(from, memchr(from, byte, size), size);
    READ(from, used);
    WRITE(to, used);
    return memccpy(to, from, byte, size);
}

/* ---- the length, the end --------------------------------------------------------- */

ABI size_t __wrap_strlen(const char *text)
{
    size_t length = strlen(text);
    READ(text, length + 1);
    return length;
}

/* With its zero, if that lies within the most that is looked at. */
static size_t at_most(const char *text, size_t most)
{
    size_t length = strnlen(text, most);
    return length < most ? length + 1 : most;
}

CALL(size_t, strnlen, (const char *text, size_t most), (text, most),
     READ(text, at_most(text, most)))

/* ---- copies ------------------------------------------------------------------------- */

CALL(char *, strcpy, (char *to, const char *from), (to, from), READ_TEXT(from),
     WRITE(to, strlen(from) + 1))
CALL(char *, stpcpy, (char *to, const char *from), (to, from), READ_TEXT(from),
     WRITE(to, strlen(from) + 1))
CALL(char *, strncpy, (char *to, const char *from, size_t size), (to, from, size),
     READ(from, at_most(from, size)), WRITE(to, size))
CALL(char *, stpncpy, (char *to, const char *from, size_t size), (to, from, size),
     READ(from, at_most(from, size)), WRITE(to, size))
CALL(char *, strcat, (char *to, const char *from), (to, from), READ_TEXT(to), READ_TEXT(from),
     WRITE(to + strlen(to), strlen(from) + 1))
CALL(char *, strncat, (char *to, const char *from, size_t size), (to, from, size), READ_TEXT(to),
     READ(from, at_most(from, size)), WRITE(to + strlen(to), strnlen(from, size) + 1))
CALL(size_t, strxfrm, (char *to, const char *from, size_t size), (to, from, size), READ_TEXT(from),
     WRITE(to, size ? at_most(from, size) : 0))

static char *copy_of(const char *text, size_t length)
{
    char *copy = libc_allocate(length + 1, 16, 0);
    if (!copy)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

ABI char *__wrap_strdup(const char *text)
{
    READ_TEXT(text);
    return copy_of(text, strlen(text));
}

ABI char *__wrap_strndup(const char *text, size_t most)
{
    READ(text, at_most(text, most));
    return copy_of(text, strnlen(text, most));
}

/* ---- comparisons ------------------------------------------------------------------------ */

/* How much of two strings a comparison looks at. */
static size_t alike(const char *a, const char *b, size_t most)
{
    size_t n = 0;
    while (n < most && a[n] && a[n] == b[n])
        n++;
    return n < most ? n + 1 : most;
}

static size_t alike_in_any_case(const char *a, const char *b, size_t most)
{
    size_t n = 0;
    while (n < most && a[n] && strncasecmp(a + n, b + n, 1) == 0)
        n++;
    return n < most ? n + 1 : most;
}

CALL(int, strcmp, (const char *a, const char *b), (a, b), READ(a, alike(a, b, SIZE_MAX)),
     READ(b, alike(a, b, SIZE_MAX)))
CALL(int, strncmp, (const char *a, const char *b, size_t most), (a, b, most),
     READ(a, alike(a, b, most)), READ(b, alike(a, b, most)))
CALL(int, strcasecmp, (const char *a, const char *b), (a, b),
     READ(a, alike_in_any_case(a, b, SIZE_MAX)), READ(b, alike_in_any_case(a, b, SIZE_MAX)))
CALL(int, strncasecmp, (const char *a, const char *b, size_t most), (a, b, most),
     READ(a, alike_in_any_case(a, b, most)), READ(b, alike_in_any_case(a, b, most)))
CALL(int, strcoll, (const char *a, const char *b), (a, b), READ_TEXT(a), READ_TEXT(b))

/* ---- searches ---------------------------------------------------------------------------- */

static char *first(const char *text, int byte, const void *pc, uintptr_t cfa)
{
    char *found = strchr(text, byte);
    memory_read(text, found ? up_to(text, found, 0) : strlen(text) + 1, pc, cfa);
    return found;
}

ABI char *__wrap_strchr(const char *text, int byte)
{
    return first(text, byte, CALLER_PC, CALLER_CFA);
}

ABI char *__wrap_index(const char *text, int byte)
{
    return first(text, byte, CALLER_PC, CALLER_CFA);
}

ABI char *__wrap_strchrnul(const char *text, int byte)
{
    char *found = first(text, byte, CALLER_PC, CALLER_CFA);
    return found ? found : (char *)(uintptr_t)text + strlen(text);
}

CALL(char *, strrchr, (const char *text, int byte), (text, byte), READ_TEXT(text))
CALL(char *, rindex, (const char *text, int byte), (text, byte), READ_TEXT(text))

static char *part_of(const char *text, const char *part, char *found, const void *pc, uintptr_t cfa)
{
    size_t length = strlen(part);
    memory_read(text, found ? (size_t)(found - text) + length : strlen(text) + 1, pc, cfa);
    memory_read(part, length + 1, pc, cfa);
    return found;
}

ABI char *__wrap_strstr(const char *text, const char *part)
{
    return part_of(text, part, strstr(text, part), CALLER_PC, CALLER_CFA);
}

ABI char *__wrap_strcasestr(const char *text, const char *part)
{
    return part_of(text, part, strcasestr(text, part), CALLER_PC, CALLER_CFA);
}

CALL(size_t, strspn, (const char *text, const char *set), (text, set),
     READ(text, strspn(text, set) + 1), READ_TEXT(set))
CALL(size_t, strcspn, (const char *text, const char *set), (text, set),
     READ(text, strcspn(text, set) + 1), READ_TEXT(set))
CALL(char *, strpbrk, (const char *text, const char *set), (text, set),
     READ(text, strcspn(text, set) + 1), READ_TEXT(set))

/* ---- words ---------------------------------------------------------------------------------- */

/* strtok_r: the word and the separators before it are read, a zero is written. */
static char *word(char *text, const char *separators, char **rest, const void *pc, uintptr_t cfa)
{
    char *from = text ? text : *rest;
    if (!from)
        return NULL;
    size_t before = strspn(from, separators), length = strcspn(from + before, separators);
    bool ends = from[before + length] == '\0';
    memory_read(separators, strlen(separators) + 1, pc, cfa);
    memory_read(from, before + length + 1, pc, cfa);
    if (length && !ends)
        memory_write(from + before + length, 1, pc, cfa);
    return strtok_r(text, separators, rest);
}

ABI void __wrap_swab(const void *from, void *to, ssize_t size)
{
    size_t moved = size > 0 ? (size_t)size & ~(size_t)1 : 0;
    READ(from, moved);
    WRITE(to, moved);
    swab(from, to, size);
}

ABI void *__wrap_memfrob(void *to, size_t size)
{
    WRITE(to, size);
    return memfrob(to, size);
}

ABI char *__wrap_strtok(char *text, const char *separators)
{
    if (!text)
        READ(&libc_own()->token_rest, sizeof libc_own()->token_rest);
    WRITE(&libc_own()->token_rest, sizeof libc_own()->token_rest);
    return word(text, separators, &libc_own()->token_rest, CALLER_PC, CALLER_CFA);
}

ABI char *__wrap_strtok_r(char *text, const char *separators, char **rest)
{
    if (!text)
        READ(rest, sizeof *rest);
    WRITE(rest, sizeof *rest);
    return word(text, separators, rest, CALLER_PC, CALLER_CFA);
}

ABI char *__wrap_strsep(char **rest, const char *separators)
{
    READ(rest, sizeof *rest);
    WRITE(rest, sizeof *rest);
    if (*rest) {
        size_t length = strcspn(*rest, separators);
        READ_TEXT(separators);
        READ(*rest, length + 1);
        if ((*rest)[length])
            WRITE(*rest + length, 1);
    }
    return strsep(rest, separators);
}
