/* libc.c - the libc functions that the runtime answers itself (wrapped.h).
 *
 * The bodies are libc's own; what is added is what the sanitizer cannot see:
 * the memory that they read and write. Streams and generators are state that
 * all threads share: a call is a step on it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/cost.h"
#include "interleave/libc.h"
#include "interleave/libc_own.h"
#include "interleave/team.h"
#include "interleave/race.h"
#include "interleave/reset.h"

struct libc_hidden libc_hidden;

void libc_watch(void) { reset_watch(&libc_hidden, sizeof libc_hidden); }

static void *allocate(size_t size, size_t align, int zero)
{
    void *block = heap_alloc(size, align, zero);
    if (!block) {
        errno = ENOMEM;
        return NULL;
    }
    race_forget((uintptr_t)block, size);
    cost_add(COST_MALLOC);
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

bool libc_frees;

static void give_back(void *block, const void *pc, uintptr_t cfa)
{
    if (!block)
        return;
    bool ours = heap_holds((uintptr_t)block);
    stage.message_pc = pc;
    if (!ours && fiber_holding((uintptr_t)block) < 0) {
        libc_frees = true; /* libc allocated it, or it is wrong and libc aborts */
        free(block);
        libc_frees = false;
        return;
    }
    size_t size = ours ? heap_size(block) : 0;
    if (!size && !(ours && heap_is_live(block)))
        stage_end(END_CRASH, "%s", FREE_FAULT);
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

/* ---- generators with a hidden state --------------------------------------------------- */

static void generator_ready(const void *pc, uintptr_t cfa)
{
    memory_shared_call(&libc_hidden.generator, pc, cfa);
    if (libc_hidden.seeded)
        return;
    libc_hidden.seeded = true;
    initstate_r(1, libc_hidden.generator_state, sizeof libc_hidden.generator_state,
                &libc_hidden.generator);
}

static int32_t draw(const void *pc, uintptr_t cfa)
{
    int32_t value;
    generator_ready(pc, cfa);
    random_r(&libc_hidden.generator, &value);
    return value;
}

ABI int __wrap_rand(void) { return draw(CALLER_PC, CALLER_CFA); }
ABI long __wrap_random(void) { return draw(CALLER_PC, CALLER_CFA); }

ABI void __wrap_srand(unsigned seed)
{
    generator_ready(CALLER_PC, CALLER_CFA);
    srandom_r(seed, &libc_hidden.generator);
}

ABI void __wrap_srandom(unsigned seed)
{
    generator_ready(CALLER_PC, CALLER_CFA);
    srandom_r(seed, &libc_hidden.generator);
}

ABI int __wrap_rand_r(unsigned *seed)
{
    READ(seed, sizeof *seed);
    WRITE(seed, sizeof *seed);
    return rand_r(seed);
}

/* ---- the end of the program -------------------------------------------------------------- */

ABI int __wrap_atexit(void (*handler)(void))
{
    if (libc_hidden.handlers == MAX_HANDLERS)
        return -1;
    libc_hidden.handler[libc_hidden.handlers++] = handler;
    return 0;
}

ABI _Noreturn void __wrap_exit(int status)
{
    stand_before_exit(CALLER_PC, CALLER_CFA);
    team_settle();
    while (libc_hidden.handlers > 0)
        libc_hidden.handler[--libc_hidden.handlers]();
    stage.exit_status = status & 255;
    stage_end(END_RETURNED, "%s", "");
}

ABI _Noreturn void __wrap__exit(int status)
{
    stand_before_exit(CALLER_PC, CALLER_CFA);
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
