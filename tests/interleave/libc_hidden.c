/* libc_hidden.c - generators, and other functions with a state of their own.
 *
 * rand and random take a lock in libc: two calls are no race, but which comes
 * first is a step. The others of this file promise nothing.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "interleave/heap.h"
#include "interleave/libc_own.h"

/* ---- rand, random ------------------------------------------------------------------ */

static struct random_data *generator(const void *pc, uintptr_t cfa)
{
    memory_shared_call(&libc_own()->generator, pc, cfa);
    if (!libc_own()->seeded) {
        libc_own()->seeded = true;
        libc_own()->state_in_use = libc_own()->generator_state;
        initstate_r(1, libc_own()->generator_state, sizeof libc_own()->generator_state,
                    &libc_own()->generator);
    }
    return &libc_own()->generator;
}

static int32_t draw(const void *pc, uintptr_t cfa)
{
    int32_t value;
    random_r(generator(pc, cfa), &value);
    return value;
}

ABI int __wrap_rand(void) { return draw(CALLER_PC, CALLER_CFA); }
ABI long __wrap_random(void) { return draw(CALLER_PC, CALLER_CFA); }
ABI void __wrap_srand(unsigned seed) { srandom_r(seed, generator(CALLER_PC, CALLER_CFA)); }
ABI void __wrap_srandom(unsigned seed) { srandom_r(seed, generator(CALLER_PC, CALLER_CFA)); }

ABI char *__wrap_initstate(unsigned seed, char *state, size_t size)
{
    struct random_data *data = generator(CALLER_PC, CALLER_CFA);
    char *old = libc_own()->state_in_use;
    if (initstate_r(seed, state, size, data) != 0)
        return NULL;
    libc_own()->state_in_use = state;
    return old;
}

ABI char *__wrap_setstate(char *state)
{
    struct random_data *data = generator(CALLER_PC, CALLER_CFA);
    char *old = libc_own()->state_in_use;
    if (setstate_r(state, data) != 0)
        return NULL;
    libc_own()->state_in_use = state;
    return old;
}

/* ---- generators whose state the caller has ------------------------------------------- */

#define UPDATE(pointer) READ(pointer, sizeof *(pointer)), WRITE(pointer, sizeof *(pointer))

CALL(int, rand_r, (unsigned *seed), (seed), UPDATE(seed))
CALL(int, random_r, (struct random_data * data, int32_t *out), (data, out), UPDATE(data),
     WRITE(out, sizeof *out))
CALL(int, srandom_r, (unsigned seed, struct random_data *data), (seed, data), UPDATE(data))
CALL(int, initstate_r, (unsigned seed, char *state, size_t size, struct random_data *data),
     (seed, state, size, data), UPDATE(data), WRITE(state, size))
CALL(double, erand48, (unsigned short own[3]), (own), READ(own, 6), WRITE(own, 6))
CALL(long, nrand48, (unsigned short own[3]), (own), READ(own, 6), WRITE(own, 6))
CALL(long, jrand48, (unsigned short own[3]), (own), READ(own, 6), WRITE(own, 6))
CALL(int, drand48_r, (struct drand48_data * data, double *out), (data, out), UPDATE(data),
     WRITE(out, sizeof *out))
CALL(int, lrand48_r, (struct drand48_data * data, long *out), (data, out), UPDATE(data),
     WRITE(out, sizeof *out))
CALL(int, mrand48_r, (struct drand48_data * data, long *out), (data, out), UPDATE(data),
     WRITE(out, sizeof *out))
CALL(int, srand48_r, (long seed, struct drand48_data *data), (seed, data),
     WRITE(data, sizeof *data))
CALL(int, erand48_r, (unsigned short own[3], struct drand48_data *data, double *out),
     (own, data, out), READ(own, 6), WRITE(own, 6), UPDATE(data), WRITE(out, sizeof *out))

/* ---- drand48 and its kin: one state, and no lock --------------------------------------- */

#define DRAW48(type, name)                                                                         \
    ABI type __wrap_##name(void)                                                                   \
    {                                                                                              \
        type value;                                                                                \
        WRITE(&libc_own()->draws, sizeof libc_own()->draws);                                       \
        name##_r(&libc_own()->draws, &value);                                                      \
        return value;                                                                              \
    }

DRAW48(double, drand48)
DRAW48(long, lrand48)
DRAW48(long, mrand48)

ABI void __wrap_srand48(long seed)
{
    WRITE(&libc_own()->draws, sizeof libc_own()->draws);
    srand48_r(seed, &libc_own()->draws);
}

ABI unsigned short *__wrap_seed48(unsigned short seed[3])
{
    READ(seed, 6);
    WRITE(&libc_own()->draws, sizeof libc_own()->draws);
    seed48_r(seed, &libc_own()->draws);
    return libc_own()->draws.__old_x;
}

ABI void __wrap_lcong48(unsigned short parameters[7])
{
    READ(parameters, 14);
    WRITE(&libc_own()->draws, sizeof libc_own()->draws);
    lcong48_r(parameters, &libc_own()->draws);
}

/* ---- words for errors and signals -------------------------------------------------------- */

ABI char *__wrap_strerror(int number)
{
    WRITE(libc_own()->error_text, sizeof libc_own()->error_text);
    return strerror_r(number, libc_own()->error_text, sizeof libc_own()->error_text);
}

CALL(char *, strerror_r, (int number, char *text, size_t size), (number, text, size),
     WRITE(text, size))

ABI int __wrap___xpg_strerror_r(int number, char *text, size_t size)
{
    WRITE(text, size);
    const char *words = strerrordesc_np(number);
    int length = words ? snprintf(text, size, "%s", words)
                       : snprintf(text, size, "Unknown error %d", number);
    return !words ? EINVAL : (size_t)length >= size ? ERANGE : 0;
}

ABI char *__wrap_strsignal(int number)
{
    const char *words = sigdescr_np(number);
    WRITE(libc_own()->error_text, sizeof libc_own()->error_text);
    if (words)
        snprintf(libc_own()->error_text, sizeof libc_own()->error_text, "%s", words);
    else
        snprintf(libc_own()->error_text, sizeof libc_own()->error_text, "Unknown signal %d",
                 number);
    return libc_own()->error_text;
}

/* ---- the locale: "C", or "C.UTF-8", which "" means too: on every machine -------------------- */

static bool is_utf8(const char *name)
{
    return !*name || strcmp(name, "C.UTF-8") == 0 || strcmp(name, "C.utf8") == 0;
}

/* The host's own stays "C": the program's is that of the one thread it runs on. */
void locale_use(bool utf8)
{
    static locale_t of_utf8;
    if (utf8 && !of_utf8)
        of_utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    uselocale(utf8 && of_utf8 ? of_utf8 : LC_GLOBAL_LOCALE);
}

ABI char *__wrap_setlocale(int category, const char *name)
{
    if (!name)
        READ(&libc_own()->utf8, 1);
    else
        WRITE(&libc_own()->utf8, 1);
    bool plain = name && (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0);
    if (name && !plain && !is_utf8(name))
        return NULL;
    if (name && (category == LC_ALL || category == LC_CTYPE)) {
        libc_own()->utf8 = !plain;
        locale_use(libc_own()->utf8);
    }
    return (char *)(uintptr_t)(libc_own()->utf8 ? "C.UTF-8" : "C");
}

ABI struct lconv *__wrap_localeconv(void)
{
    READ(&libc_own()->utf8, 1);
    return localeconv();
}

/* ---- the environment: the host's, and from the first change on the program's own ------------- */

static char **environment(void)
{
    return libc_seen()->environment ? libc_seen()->environment : environ;
}

static int find(const char *name, size_t length)
{
    char **all = environment();
    for (int i = 0; all && all[i]; i++)
        if (strncmp(all[i], name, length) == 0 && all[i][length] == '=')
            return i;
    return -1;
}

/* A copy that can be changed, with room for one more. */
static void change(const void *pc, uintptr_t cfa)
{
    int count = 0;
    char **all = environment();
    memory_write(&libc_own()->environment, sizeof libc_own()->environment, pc, cfa);
    while (all && all[count])
        count++;
    if (libc_own()->environment && count + 1 < libc_own()->variables)
        return;
    libc_own()->variables = count + 32;
    char **copy = stage_alloc((size_t)libc_own()->variables * sizeof(char *));
    for (int i = 0; i < count; i++)
        copy[i] = all[i];
    libc_own()->environment = copy;
}

static void put(char *text, size_t length)
{
    int i = find(text, length);
    if (i < 0)
        for (i = 0; libc_own()->environment[i]; i++)
            continue;
    libc_own()->environment[i] = text;
}

static char *get(const char *name, const void *pc, uintptr_t cfa)
{
    memory_read(name, strlen(name) + 1, pc, cfa);
    memory_read(&libc_own()->environment, sizeof libc_own()->environment, pc, cfa);
    int i = find(name, strlen(name));
    return i < 0 ? NULL : environment()[i] + strlen(name) + 1;
}

ABI char *__wrap_getenv(const char *name) { return get(name, CALLER_PC, CALLER_CFA); }
ABI char *__wrap_secure_getenv(const char *name) { return get(name, CALLER_PC, CALLER_CFA); }

ABI int __wrap_setenv(const char *name, const char *value, int replace)
{
    if (!name || !*name || strchr(name, '=')) {
        errno = EINVAL;
        return -1;
    }
    READ_TEXT(name);
    READ_TEXT(value);
    change(CALLER_PC, CALLER_CFA);
    if (!replace && find(name, strlen(name)) >= 0)
        return 0;
    size_t size = strlen(name) + strlen(value) + 2;
    char *text = stage_alloc(size);
    snprintf(text, size, "%s=%s", name, value);
    put(text, strlen(name));
    return 0;
}

static void forget(const char *name)
{
    int i = find(name, strlen(name));
    for (; i >= 0 && libc_own()->environment[i]; i++)
        libc_own()->environment[i] = libc_own()->environment[i + 1];
}

ABI int __wrap_unsetenv(const char *name)
{
    READ_TEXT(name);
    change(CALLER_PC, CALLER_CFA);
    forget(name);
    return 0;
}

ABI int __wrap_putenv(char *text)
{
    size_t length = strcspn(text, "=");
    READ_TEXT(text);
    change(CALLER_PC, CALLER_CFA);
    if (text[length])
        put(text, length);
    else
        forget(text);
    return 0;
}

ABI int __wrap_clearenv(void)
{
    change(CALLER_PC, CALLER_CFA);
    libc_own()->environment[0] = NULL;
    return 0;
}
