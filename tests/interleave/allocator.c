/* allocator.c - OpenMP's memory allocators (OpenMP 5.0, 2.11, 3.7).
 *
 * Whatever the memory space, memory comes from the heap of the execution. What
 * a program can tell apart is kept: alignment, the size of a pool and what is
 * done when it is used up. Which of two threads gets the last of a pool is a
 * matter of order: taking from one with a size is a visible step.
 */
#include <omp.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/checkpoint.h"
#include "interleave/environment.h"
#include "interleave/heap.h"
#include "interleave/libc.h"
#include "interleave/memory.h"
#include "interleave/race.h"
#include "interleave/team.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* libgomp's header of a block, which counts in its pool. */
#define HEADER_BYTES 32

/* A block from a pool. */
struct given {
    const void *block;
    uintptr_t size;
    struct given *next;
};

struct allocator {
    uintptr_t alignment, pool_size, used; /* bytes */
    uintptr_t fallback;                   /* omp_alloctrait_value_t */
    omp_allocator_handle_t other;         /* for omp_atv_allocator_fb */
    struct given *given;
    struct allocator *next;
    uint64_t mark; /* the address that stands for it in steps */
};

/* Of this execution. */
static OF_EXECUTION struct {
    uint64_t execution;
    struct allocator *first;
} all;

static struct allocator *allocators(void)
{
    if (all.execution != stage.execution)
        all.first = NULL;
    all.execution = stage.execution;
    return all.first;
}

static bool has_pool(const struct allocator *allocator)
{
    return allocator && allocator->pool_size < UINTPTR_MAX;
}

/* NULL: a predefined one. */
static struct allocator *own_allocator(omp_allocator_handle_t handle)
{
    return handle > omp_thread_mem_alloc ? (struct allocator *)(uintptr_t)handle : NULL;
}

/* ---- traits -------------------------------------------------------------------------- */

static bool one_of(uintptr_t value, uintptr_t least, uintptr_t most)
{
    return value == omp_atv_default || (value >= least && value <= most);
}

static bool set_alignment(struct allocator *allocator, uintptr_t value)
{
    if (value == omp_atv_default)
        return true;
    allocator->alignment = value > allocator->alignment ? value : allocator->alignment;
    return value && (value & (value - 1)) == 0;
}

/* False: what is asked for is not there, as in libgomp. */
static bool set_trait(struct allocator *allocator, const omp_alloctrait_t *trait)
{
    uintptr_t value = trait->value;
    switch (trait->key) {
    case omp_atk_alignment:
        return set_alignment(allocator, value);
    case omp_atk_pool_size:
        allocator->pool_size = value == omp_atv_default ? UINTPTR_MAX : value;
        return true;
    case omp_atk_fallback:
        allocator->fallback = value == omp_atv_default ? omp_atv_default_mem_fb : value;
        return one_of(value, omp_atv_default_mem_fb, omp_atv_allocator_fb);
    case omp_atk_fb_data:
        allocator->other = (omp_allocator_handle_t)value;
        return true;
    case omp_atk_sync_hint:
        return one_of(value, omp_atv_contended, omp_atv_private);
    case omp_atk_access:
        return one_of(value, omp_atv_all, omp_atv_cgroup);
    case omp_atk_pinned:
        return one_of(value, omp_atv_false, omp_atv_false);
    case omp_atk_partition:
        return one_of(value, omp_atv_environment, omp_atv_interleaved);
    default:
        return false;
    }
}

#if !defined(__clang__) /* a linter whose header has no const there */
ABI omp_allocator_handle_t omp_init_allocator(omp_memspace_handle_t space, int traits,
                                              const omp_alloctrait_t list[])
{
    struct allocator *allocator = stage_alloc(sizeof *allocator);
    *allocator = (struct allocator){.alignment = sizeof(void *),
                                    .pool_size = UINTPTR_MAX,
                                    .fallback = omp_atv_default_mem_fb,
                                    .next = allocators()};
    if (space > omp_low_lat_mem_space || space == omp_high_bw_mem_space)
        return omp_null_allocator;
    for (int i = 0; i < traits; i++)
        if (!set_trait(allocator, &list[i]))
            return omp_null_allocator;
    all.first = allocator;
    return (omp_allocator_handle_t)(uintptr_t)allocator;
}
#endif

ABI void omp_destroy_allocator(omp_allocator_handle_t allocator) { (void)allocator; }

ABI void omp_set_default_allocator(omp_allocator_handle_t allocator)
{
    stage.self->implicit->icv.allocator =
        allocator == omp_null_allocator ? omp_default_mem_alloc : (uintptr_t)allocator;
}

ABI omp_allocator_handle_t omp_get_default_allocator(void)
{
    return (omp_allocator_handle_t)stage.self->implicit->icv.allocator;
}

/* ---- taking and giving back --------------------------------------------------------------- */

/* Who asks, and for what. */
struct request {
    size_t size, align;
    int zero;
    const void *pc;
    uintptr_t cfa;
    uintptr_t back; /* bytes that its pool gets back at once */
};

static void stand_at(struct allocator *allocator, const void *pc, uintptr_t cfa)
{
    struct step step = {.kind = STEP_GRAB,
                        .writes = true,
                        .size = 8,
                        .pc = pc,
                        .cfa = cfa,
                        .object = (uintptr_t)&allocator->mark};
    stand(&step);
}

static void *from_heap(const struct request *r, size_t align)
{
    void *block = heap_alloc(r->size, align < 16 ? 16 : align, r->zero);
    if (block)
        race_forget((uintptr_t)block, r->size);
    return block;
}

static void *from_pool(struct allocator *allocator, const struct request *r, size_t align)
{
    uintptr_t needed = r->size + HEADER_BYTES + align - sizeof(void *);
    stand_at(allocator, r->pc, r->cfa);
    if (needed < r->size || needed > allocator->pool_size - allocator->used + r->back)
        return NULL;
    void *block = from_heap(r, align);
    if (!block)
        return NULL;
    struct given *given = stage_alloc(sizeof *given);
    *given = (struct given){block, needed, allocator->given};
    allocator->given = given;
    allocator->used += needed;
    return block;
}

static _Noreturn void used_up(const struct request *r)
{
    stage.message_pc = r->pc;
    stage_end(END_CRASH, "out of memory allocating %zu bytes: the allocator's fallback is to abort",
              r->size);
}

/* The pool that the block is from, and its place there; or NULL. */
static struct allocator *pool_of(const void *block, struct given ***at)
{
    for (struct allocator *each = allocators(); each; each = each->next)
        for (*at = &each->given; **at; *at = &(**at)->next)
            if ((**at)->block == block)
                return each;
    return NULL;
}

static void *allocate(const struct request *r, omp_allocator_handle_t handle)
{
    if (r->size == 0)
        return NULL;
    for (;;) {
        if (handle == omp_null_allocator)
            handle = omp_get_default_allocator();
        struct allocator *allocator = own_allocator(handle);
        size_t align = r->align > sizeof(void *) ? r->align : sizeof(void *);
        if (allocator && allocator->alignment > align)
            align = allocator->alignment;
        void *block = has_pool(allocator) ? from_pool(allocator, r, align) : from_heap(r, align);
        if (block || !allocator || allocator->fallback == omp_atv_null_fb)
            return block;
        if (allocator->fallback == omp_atv_abort_fb)
            used_up(r);
        handle =
            allocator->fallback == omp_atv_allocator_fb ? allocator->other : omp_default_mem_alloc;
    }
}

static void leave_pool(const void *block, const void *pc, uintptr_t cfa)
{
    struct given **at;
    struct allocator *allocator = pool_of(block, &at);
    if (!allocator)
        return;
    uintptr_t size = (*at)->size;
    *at = (*at)->next;
    stand_at(allocator, pc, cfa);
    allocator->used -= size;
}

static void give_back(void *block, const void *pc, uintptr_t cfa)
{
    if (!block)
        return;
    stage.message_pc = pc;
    if (!heap_is_live(block))
        stage_end(END_CRASH, "%s", FREE_FAULT);
    leave_pool(block, pc, cfa);
    memory_write(block, heap_size(block), pc, cfa);
    heap_free(block);
}

#define REQUEST(size, align, zero) ((struct request){size, align, zero, CALLER_PC, CALLER_CFA, 0})

ABI void *omp_alloc(size_t size, omp_allocator_handle_t allocator)
{
    struct request request = REQUEST(size, 1, 0);
    return allocate(&request, allocator);
}

ABI void *omp_aligned_alloc(size_t align, size_t size, omp_allocator_handle_t allocator)
{
    struct request request = REQUEST(size, align, 0);
    return allocate(&request, allocator);
}

ABI void *omp_calloc(size_t count, size_t size, omp_allocator_handle_t allocator)
{
    struct request request = REQUEST(0, 1, 1);
    bool over = __builtin_mul_overflow(count, size, &request.size);
    return over ? NULL : allocate(&request, allocator);
}

ABI void *omp_aligned_calloc(size_t align, size_t count, size_t size,
                             omp_allocator_handle_t allocator)
{
    struct request request = REQUEST(0, align, 1);
    bool over = __builtin_mul_overflow(count, size, &request.size);
    return over ? NULL : allocate(&request, allocator);
}

ABI void omp_free(void *block, omp_allocator_handle_t allocator)
{
    (void)allocator;
    give_back(block, CALLER_PC, CALLER_CFA);
}

/* Within its pool a block without special alignment may grow where it is: only
 * what it grows by is needed. */
static uintptr_t bytes_back(const void *block, omp_allocator_handle_t handle)
{
    struct given **at;
    const struct allocator *pool = pool_of(block, &at);
    bool in_place = pool && own_allocator(handle) == pool && pool->alignment == sizeof(void *) &&
                    (*at)->size == heap_size(block) + HEADER_BYTES;
    return in_place ? (*at)->size : 0;
}

ABI void *omp_realloc(void *block, size_t size, omp_allocator_handle_t handle,
                      omp_allocator_handle_t old)
{
    struct request request = REQUEST(size, 1, 0);
    if (!block)
        return allocate(&request, handle);
    struct given **at;
    if (handle == omp_null_allocator) {
        struct allocator *pool = pool_of(block, &at);
        handle = pool ? (omp_allocator_handle_t)(uintptr_t)pool : old;
    }
    stage.message_pc = CALLER_PC;
    if (!heap_is_live(block))
        stage_end(END_CRASH, "%s", FREE_FAULT);
    request.back = bytes_back(block, handle);
    void *fresh = allocate(&request, handle);
    if (fresh) {
        size_t kept = heap_size(block) < size ? heap_size(block) : size;
        memory_read(block, kept, CALLER_PC, CALLER_CFA);
        memory_write(fresh, kept, CALLER_PC, CALLER_CFA);
        memcpy(fresh, block, kept);
    }
    if (fresh || !size)
        give_back(block, CALLER_PC, CALLER_CFA);
    return fresh;
}

/* A variable with an allocate clause. */
ABI void *GOMP_alloc(size_t align, size_t size, uintptr_t allocator)
{
    struct request request = REQUEST(size ? size : 1, align, 0);
    void *block = allocate(&request, (omp_allocator_handle_t)allocator);
    if (!block)
        used_up(&request);
    return block;
}

ABI void GOMP_free(void *block, uintptr_t allocator)
{
    (void)allocator;
    give_back(block, CALLER_PC, CALLER_CFA);
}
