/* libc_strings.c - memory and string functions: the ranges that they touch. */
#include <stdint.h>
#include <string.h>

#include "interleave/libc_own.h"

ABI void *__wrap_memcpy(void *to, const void *from, size_t size)
{
    READ(from, size);
    WRITE(to, size);
    return memmove(to, from, size);
}

ABI void *__wrap_memmove(void *to, const void *from, size_t size)
{
    READ(from, size);
    WRITE(to, size);
    return memmove(to, from, size);
}

ABI void *__wrap_memset(void *to, int byte, size_t size)
{
    WRITE(to, size);
    return memset(to, byte, size);
}

ABI int __wrap_memcmp(const void *a, const void *b, size_t size)
{
    READ(a, size);
    READ(b, size);
    return memcmp(a, b, size);
}

ABI size_t __wrap_strlen(const char *text)
{
    size_t length = strlen(text);
    READ(text, length + 1);
    return length;
}

ABI char *__wrap_strcpy(char *to, const char *from)
{
    size_t size = strlen(from) + 1;
    READ(from, size);
    WRITE(to, size);
    return memmove(to, from, size);
}

ABI char *__wrap_strncpy(char *to, const char *from, size_t size)
{
    READ(from, strnlen(from, size));
    WRITE(to, size);
    return strncpy(to, from, size);
}

ABI char *__wrap_strcat(char *to, const char *from)
{
    size_t size = strlen(from) + 1, used = strlen(to);
    READ(to, used + 1);
    READ(from, size);
    WRITE(to + used, size);
    return strcat(to, from);
}

/* How much of two strings a comparison looks at. */
static size_t alike(const char *a, const char *b, size_t most)
{
    size_t n = 0;
    while (n < most && a[n] && a[n] == b[n])
        n++;
    return n < most ? n + 1 : most;
}

ABI int __wrap_strcmp(const char *a, const char *b)
{
    size_t size = alike(a, b, SIZE_MAX);
    READ(a, size);
    READ(b, size);
    return strcmp(a, b);
}

ABI int __wrap_strncmp(const char *a, const char *b, size_t most)
{
    size_t size = alike(a, b, most);
    READ(a, size);
    READ(b, size);
    return strncmp(a, b, most);
}

ABI char *__wrap_strchr(const char *text, int byte)
{
    READ(text, strlen(text) + 1);
    return strchr(text, byte);
}

ABI char *__wrap_strrchr(const char *text, int byte)
{
    READ(text, strlen(text) + 1);
    return strrchr(text, byte);
}

ABI char *__wrap_strstr(const char *text, const char *part)
{
    READ(text, strlen(text) + 1);
    READ(part, strlen(part) + 1);
    return strstr(text, part);
}

ABI char *__wrap_strtok(char *text, const char *separators)
{
    SHARED(&libc_hidden.token_rest);
    if (text)
        WRITE(text, strlen(text) + 1);
    return strtok_r(text, separators, &libc_hidden.token_rest);
}

ABI void __wrap_qsort(void *base, size_t count, size_t size,
                      int (*compare)(const void *, const void *))
{
    READ(base, count * size);
    WRITE(base, count * size);
    qsort(base, count, size, compare);
}
