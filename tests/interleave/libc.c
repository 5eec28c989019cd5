/* libc.c - what libc keeps between calls, and the heap.
 *
 * The libc functions that the runtime answers itself are listed in wrapped.h,
 * the files that do so in libc_own.h. The bodies are libc's own where it is
 * possible; what is added is what the sanitizer cannot see: the memory that
 * they read and write. Streams and generators are state that all threads share:
 * a call is a step on it. Where the C standard does not promise that two calls
 * may overlap (strtok, localtime …) a call writes that state, and two calls
 * that nothing orders are a race.
 */
#include <errno.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>

#include "interleave/checkpoint.h"
#include "interleave/cost.h"
#include "interleave/hash.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/reset.h"

/* Most programs never use it: then there is nothing to put back, to hash or to save. */
static struct libc_hidden hidden;
static OF_EXECUTION bool hidden_used;

struct libc_hidden *libc_own(void)
{
    hidden_used = true;
    return &hidden;
}

const struct libc_hidden *libc_seen(void) { return &hidden; }

static void forget_hidden(void)
{
    if (hidden_used)
        memset(&hidden, 0, sizeof hidden);
    hidden_used = false;
}

/* ---- names and endings ----------------------------------------------------------- */

bool libc_name(uintptr_t address, char *name, size_t room)
{
#define HIDDEN(member, of)                                                                         \
    {                                                                                              \
        (uintptr_t) & hidden.member, sizeof hidden.member, "the hidden state of " of               \
    }
    static const struct {
        uintptr_t start;
        size_t size;
        const char *name;
    } states[] = {HIDDEN(token_rest, "strtok"),
                  HIDDEN(generator, "rand"),
                  HIDDEN(draws, "drand48"),
                  HIDDEN(broken_down, "localtime and gmtime"),
                  HIDDEN(time_text, "ctime and asctime"),
                  HIDDEN(error_text, "strerror"),
                  HIDDEN(temporary, "tmpnam"),
                  HIDDEN(options, "getopt"),
                  HIDDEN(table, "hsearch"),
                  HIDDEN(utf8, "setlocale"),
                  HIDDEN(environment, "getenv and setenv")};
#undef HIDDEN
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (address - states[i].start < states[i].size) {
            snprintf(name, room, "%s", states[i].name);
            return true;
        }
    return false;
}

void libc_crash(const void *pc, const char *format, ...)
{
    char text[sizeof stage.message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    stage.message_pc = pc;
    stage_end(END_CRASH, "%s", text);
}

void libc_refuse(const void *pc, const char *name, const char *what)
{
    struct place place = place_of(pc);
    stage.message_pc = pc;
    stage_end(END_UNSUPPORTED, "%s:%d calls %s: %s cannot be followed here", place.file, place.line,
              name, what);
}

/* ---- errno ---------------------------------------------------------------------- */

/* libc's errno belongs to the host's only thread; each switch of threads keeps
 * and restores it (schedule.c). The program gets the address of a copy of its
 * worker's own, so that two threads never share one. libc never sets errno to
 * 0: a value that is not 0 is news since the program looked last. */

static int *own_errno(void)
{
    int *own = &libc_own()->error[stage.self ? stage.self->tls_slot : 0];
    if (errno != 0)
        *own = errno;
    errno = 0;
    return own;
}

int libc_errno(void) { return *own_errno(); }

ABI int *__wrap___errno_location(void)
{
    int *own = own_errno();
    race_forget((uintptr_t)own, sizeof *own);
    return own;
}

/* ---- the heap ------------------------------------------------------------------ */

static void *allocate(size_t size, size_t align, int zero, const void *pc)
{
    void *block =
        align & (align - 1) ? NULL : heap_alloc_at(size, align < 16 ? 16 : align, zero, pc);
    if (!block) {
        errno = ENOMEM;
        return NULL;
    }
    race_forget((uintptr_t)block, size);
    cost_add(COST_MALLOC);
    return block;
}

void *libc_allocate(size_t size, size_t align, int zero)
{
    return allocate(size, align, zero, NULL);
}

ABI void *__wrap_malloc(size_t size) { return allocate(size, 16, 0, CALLER_PC); }

ABI void *__wrap_calloc(size_t count, size_t size)
{
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole)) {
        errno = ENOMEM;
        return NULL;
    }
    return allocate(whole, 16, 1, CALLER_PC);
}

ABI void *__wrap_aligned_alloc(size_t align, size_t size)
{
    return allocate(size, align, 0, CALLER_PC);
}

ABI void *__wrap_memalign(size_t align, size_t size) { return allocate(size, align, 0, CALLER_PC); }
ABI void *__wrap_valloc(size_t size) { return allocate(size, 4096, 0, CALLER_PC); }

ABI int __wrap_posix_memalign(void **block, size_t align, size_t size)
{
    if (align % sizeof(void *) != 0 || align & (align - 1))
        return EINVAL;
    void *fresh = allocate(size, align, 0, CALLER_PC);
    WRITE(block, sizeof *block);
    if (fresh)
        *block = fresh;
    return fresh ? 0 : ENOMEM;
}

bool libc_frees;

/* A block of libc's own (of getcwd …), or a pointer that is none of anybody's. */
static void free_foreign(void *block, const void *pc)
{
    if (fiber_holding((uintptr_t)block) >= 0 || reset_holds((uintptr_t)block) ||
        (uintptr_t)block - (uintptr_t)&hidden < sizeof hidden || (uintptr_t)block < 65536 ||
        (uintptr_t)block % 16 != 0)
        libc_crash(pc, "%s", FREE_FAULT);
    libc_frees = true; /* if it is wrong, libc aborts */
    free(block);
    libc_frees = false;
}

static void give_back(void *block, const void *pc, uintptr_t cfa)
{
    if (!block)
        return;
    if (!heap_holds((uintptr_t)block)) {
        free_foreign(block, pc);
        return;
    }
    size_t size = heap_size(block);
    stage.message_pc = pc;
    if (!size && !heap_is_live(block)) {
        char text[160] = "";
        heap_explain_free(block, text, sizeof text);
        libc_crash(pc, "%s%s", FREE_FAULT, text);
    }
    memory_write(block, size, pc, cfa);
    heap_free_at(block, pc);
}

ABI void __wrap_free(void *block) { give_back(block, CALLER_PC, CALLER_CFA); }

static void *move(void *block, size_t old, size_t size, const void *pc, uintptr_t cfa)
{
    void *fresh = allocate(size, 16, 0, pc);
    if (!fresh)
        return NULL;
    memory_read(block, old, pc, cfa);
    memcpy(fresh, block, old < size ? old : size);
    give_back(block, pc, cfa);
    return fresh;
}

static void *resize(void *block, size_t size, const void *pc, uintptr_t cfa)
{
    if (!block)
        return allocate(size, 16, 0, pc);
    if (size == 0) {
        give_back(block, pc, cfa);
        return NULL;
    }
    bool ours = heap_holds((uintptr_t)block);
    if (ours && heap_is_live(block)) {
        size_t had = heap_size(block);
        memory_write(block, had, pc, cfa);
        if (heap_resize(block, size)) {
            if (size > had) /* a freed block may have been there */
                race_forget((uintptr_t)block + had, size - had);
            return block;
        }
    }
    return move(block, ours ? heap_size(block) : malloc_usable_size(block), size, pc, cfa);
}

ABI void *__wrap_realloc(void *block, size_t size)
{
    return resize(block, size, CALLER_PC, CALLER_CFA);
}

ABI void *__wrap_reallocarray(void *block, size_t count, size_t size)
{
    size_t whole;
    if (!__builtin_mul_overflow(count, size, &whole))
        return resize(block, whole, CALLER_PC, CALLER_CFA);
    errno = ENOMEM;
    return NULL;
}

ABI size_t __wrap_malloc_usable_size(void *block)
{
    return !block || heap_holds((uintptr_t)block) ? heap_size(block) : malloc_usable_size(block);
}

/* ---- executions ------------------------------------------------------------------- */

void libc_begin(void)
{
    forget_hidden();
    disk_begin();
    streams_begin();
    locale_use(false);
}

void libc_finish(void) { disk_finish(); }

void libc_commit(void) { disk_commit(); }

bool libc_may_fork(void) { return disk_may_fork(); }

void libc_forked(void) { disk_forked(); }

uint64_t libc_hash(uint64_t seed)
{
    if (hidden_used) {
        stage.effort += sizeof hidden / 32;
        seed = hash_block(&hidden, sizeof hidden, seed);
    }
    return streams_hash(disk_hash(seed));
}

void libc_pieces(void)
{
    if (hidden_used)
        checkpoint_piece(&hidden, sizeof hidden);
    if (hidden.foreign)
        checkpoint_refuse();
    streams_pieces();
}

void libc_undo(void)
{
    forget_hidden();
    streams_undo();
}

void libc_redo(void) { locale_use(hidden.utf8); }
