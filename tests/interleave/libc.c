/* libc.c - the libc functions that the runtime answers itself (wrapped.h).
 *
 * The bodies are libc's own; what is added is what the sanitizer cannot see:
 * the memory that they read and write. Streams and generators are state that
 * all threads share: a call is a step on it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/libc.h"
#include "interleave/memory.h"
#include "interleave/output.h"
#include "interleave/race.h"
#include "interleave/reset.h"
#include "interleave/schedule.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#define MAX_HANDLERS 32

/* libc's own variables, as far as programs can tell them apart: put back before
 * each execution, and part of its state. */
static struct {
    char *token_rest; /* strtok */
    struct random_data generator;
    char generator_state[128];
    bool seeded;
    void (*handler[MAX_HANDLERS])(void); /* atexit */
    int handlers;
} hidden;

void libc_watch(void)
{
    reset_watch(&hidden, sizeof hidden);
}

#define READ(address, size) memory_read(address, size, CALLER_PC, CALLER_CFA)
#define WRITE(address, size) memory_write(address, size, CALLER_PC, CALLER_CFA)
#define SHARED(object) memory_shared_call(object, CALLER_PC, CALLER_CFA)

static void *allocate(size_t size, size_t align, int zero)
{
    void *block = heap_alloc(size, align, zero);
    if (!block) {
        errno = ENOMEM;
        return NULL;
    }
    race_forget((uintptr_t)block, size);
    cost_add(50);
    return block;
}

/* ---- the heap ------------------------------------------------------------------ */

ABI void *__wrap_malloc(size_t size) { return allocate(size, 16, 0); }

ABI void *__wrap_calloc(size_t count, size_t size)
{
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole)) {
        errno = ENOMEM;
        return NULL;
    }
    return allocate(whole, 16, 1);
}

ABI void *__wrap_aligned_alloc(size_t align, size_t size) { return allocate(size, align, 0); }

ABI int __wrap_posix_memalign(void **block, size_t align, size_t size)
{
    *block = allocate(size, align, 0);
    return *block ? 0 : ENOMEM;
}

static void give_back(void *block, const void *pc, uintptr_t cfa)
{
    if (!block)
        return;
    if (!heap_holds((uintptr_t)block)) {
        free(block); /* libc allocated it, or it is wrong and libc says so */
        return;
    }
    size_t size = heap_size(block);
    if (!size && !heap_is_live(block)) {
        stage.message_pc = pc;
        stage_end(END_CRASH, "free() of memory that was freed already, or never allocated");
    }
    memory_write(block, size, pc, cfa);
    heap_free(block);
}

ABI void __wrap_free(void *block) { give_back(block, CALLER_PC, CALLER_CFA); }

ABI void *__wrap_realloc(void *block, size_t size)
{
    void *fresh = allocate(size, 16, 0);
    if (!fresh || !block)
        return fresh;
    size_t old = heap_size(block);
    READ(block, old);
    memcpy(fresh, block, old < size ? old : size);
    give_back(block, CALLER_PC, CALLER_CFA);
    return fresh;
}

ABI char *__wrap_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    READ(text, size);
    char *copy = allocate(size, 16, 0);
    return copy ? memcpy(copy, text, size) : NULL;
}

/* ---- memory and strings ---------------------------------------------------------- */

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
    SHARED(&hidden.token_rest);
    if (text)
        WRITE(text, strlen(text) + 1);
    return strtok_r(text, separators, &hidden.token_rest);
}

ABI void __wrap_qsort(void *base, size_t count, size_t size,
                      int (*compare)(const void *, const void *))
{
    READ(base, count * size);
    WRITE(base, count * size);
    qsort(base, count, size, compare);
}

/* ---- streams ------------------------------------------------------------------------ */

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

#define PRINT(stream, format)                                                                    \
    va_list arguments;                                                                           \
    va_start(arguments, format);                                                                 \
    int size = print(stream, format, arguments, CALLER_PC, CALLER_CFA);                          \
    va_end(arguments);                                                                           \
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

/* ---- generators with a hidden state --------------------------------------------------- */

static void generator_ready(const void *pc, uintptr_t cfa)
{
    memory_shared_call(&hidden.generator, pc, cfa);
    if (hidden.seeded)
        return;
    hidden.seeded = true;
    initstate_r(1, hidden.generator_state, sizeof hidden.generator_state, &hidden.generator);
}

static int32_t draw(const void *pc, uintptr_t cfa)
{
    int32_t value;
    generator_ready(pc, cfa);
    random_r(&hidden.generator, &value);
    return value;
}

ABI int __wrap_rand(void) { return draw(CALLER_PC, CALLER_CFA); }
ABI long __wrap_random(void) { return draw(CALLER_PC, CALLER_CFA); }

ABI void __wrap_srand(unsigned seed)
{
    generator_ready(CALLER_PC, CALLER_CFA);
    srandom_r(seed, &hidden.generator);
}

ABI void __wrap_srandom(unsigned seed)
{
    generator_ready(CALLER_PC, CALLER_CFA);
    srandom_r(seed, &hidden.generator);
}

ABI int __wrap_rand_r(unsigned *seed)
{
    READ(seed, sizeof *seed);
    WRITE(seed, sizeof *seed);
    return rand_r(seed);
}

/* ---- time: virtual -------------------------------------------------------------------- */

#define EPOCH 1700000000 /* an arbitrary beginning */

/* Outside the machine each look moves the clock a little, so that a loop that
 * waits for time to pass ends. */
static uint64_t now(void)
{
    if (!stage.machine)
        stage.self->clock += 1000;
    return stage.self->clock;
}

ABI time_t __wrap_time(time_t *out)
{
    time_t value = (time_t)(EPOCH + now() / 1000000000);
    if (out)
        *out = value;
    return value;
}

ABI clock_t __wrap_clock(void) { return (clock_t)(now() / 1000); }

ABI int __wrap_clock_gettime(clockid_t clock, struct timespec *out)
{
    uint64_t at = now();
    *out = (struct timespec){.tv_sec = (time_t)(at / 1000000000), .tv_nsec = (long)(at % 1000000000)};
    if (clock == CLOCK_REALTIME)
        out->tv_sec += EPOCH;
    return 0;
}

ABI int __wrap_gettimeofday(struct timeval *out, void *zone)
{
    uint64_t at = now();
    (void)zone;
    *out = (struct timeval){.tv_sec = (time_t)(EPOCH + at / 1000000000),
                            .tv_usec = (suseconds_t)(at / 1000 % 1000000)};
    return 0;
}

ABI int __wrap_nanosleep(const struct timespec *length, struct timespec *rest)
{
    (void)rest;
    cost_pause((uint64_t)length->tv_sec * 1000000000 + (uint64_t)length->tv_nsec);
    return 0;
}

ABI int __wrap_usleep(useconds_t length)
{
    cost_pause((uint64_t)length * 1000);
    return 0;
}

ABI unsigned __wrap_sleep(unsigned length)
{
    cost_pause((uint64_t)length * 1000000000);
    return 0;
}

ABI int __wrap_sched_yield(void) { return 0; }

/* ---- the end of the program -------------------------------------------------------------- */

ABI int __wrap_atexit(void (*handler)(void))
{
    if (hidden.handlers == MAX_HANDLERS)
        return -1;
    hidden.handler[hidden.handlers++] = handler;
    return 0;
}

ABI _Noreturn void __wrap_exit(int status)
{
    while (hidden.handlers > 0)
        hidden.handler[--hidden.handlers]();
    stage.exit_status = status & 255;
    stage_end(END_RETURNED, "%s", "");
}

ABI _Noreturn void __wrap__exit(int status)
{
    stage.exit_status = status & 255;
    stage_end(END_RETURNED, "%s", "");
}

ABI _Noreturn void __wrap_abort(void)
{
    stage.signal = 6;
    stage.message_pc = CALLER_PC;
    stage_end(END_CRASH, "abort() was called");
}

ABI _Noreturn void __wrap___assert_fail(const char *assertion, const char *file, unsigned line,
                                        const char *function)
{
    (void)file;
    (void)function;
    stage.signal = 6;
    stage.message_pc = CALLER_PC;
    stage_end(END_CRASH, "the assertion in line %u failed: %s", line, assertion);
}

ABI char *__wrap_getenv(const char *name) { return getenv(name); }
