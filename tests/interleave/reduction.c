#include "interleave/reduction.h"

#include "interleave/abi.h"
#include "interleave/hash.h"
#include "interleave/heap.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/task_own.h"

/* Words of gcc's block (libgomp, GOMP_taskgroup_reduction_register). */
enum {
    ITEMS,
    STRIDE, /* bytes of the copies of one thread */
    COPIES, /* in: their alignment; out: the first thread's */
    ALLOCATOR,
    NEXT, /* block of the same construct; out, in the last: of the one around */
    HEAD, /* not 0: the first block of a construct */
    END,  /* of the copies of all threads */
    FIRST_ITEM
};

/* Of an item: where the original is, and where its copy lies among a thread's. */
enum { ORIGINAL, OFFSET, WORDS_OF_ITEM = 3 };

static uintptr_t *next_of(const uintptr_t *block) { return (uintptr_t *)block[NEXT]; }

static const uintptr_t *item_of(const uintptr_t *block, uintptr_t i)
{
    return block + FIRST_ITEM + i * WORDS_OF_ITEM;
}

/* ---- the copies ----------------------------------------------------------------- */

/* Copies that are in use; they stay known until their construct ends. */
struct copies {
    uintptr_t start, stride, end;
    struct copies *next;
};

static void know_copies(struct team *team, const uintptr_t *block)
{
    struct copies *copies = stage_alloc(sizeof *copies);
    *copies = (struct copies){block[COPIES], block[STRIDE], block[END], team->copies};
    team->copies = copies;
    if (!team->pasts)
        team->pasts = stage_alloc((size_t)team->size * sizeof *team->pasts);
}

static void forget_copies(struct team *team, uintptr_t start)
{
    struct copies **at = &team->copies;
    while (*at && (*at)->start != start)
        at = &(*at)->next;
    if (*at)
        *at = (*at)->next;
}

static void make_copies(struct team *team, uintptr_t *block)
{
    size_t size = block[STRIDE] * (size_t)team->size, align = block[COPIES];
    void *copies = heap_alloc(size ? size : 1, align < 16 ? 16 : align, 1);
    if (!copies)
        stage_end(END_CRASH, "no memory is left for the copies of a task reduction");
    race_forget((uintptr_t)copies, size);
    block[COPIES] = (uintptr_t)copies;
    block[END] = (uintptr_t)copies + size;
    know_copies(team, block);
}

/* From `first` when another member has made the copies; `around` is the block
 * of the construct around it, or NULL. */
static void register_block(struct team *team, uintptr_t *block, const uintptr_t *first,
                           uintptr_t *around)
{
    for (uintptr_t *at = block;; at = next_of(at)) {
        if (first) {
            at[COPIES] = first[COPIES];
            at[END] = first[END];
            first = next_of(first);
        } else {
            make_copies(team, at);
        }
        at[HEAD] = at == block;
        if (!at[NEXT]) {
            at[NEXT] = (uintptr_t)around;
            return;
        }
    }
}

static struct taskgroup *group_of(const struct task *task)
{
    return task->inner ? task->inner : task->group;
}

void reduction_register(uintptr_t *block)
{
    struct taskgroup *group = group_of(task_current());
    register_block(stage.self->team, block, NULL, group->reductions);
    group->reductions = block;
}

ABI void GOMP_taskgroup_reduction_register(uintptr_t *block);
ABI void GOMP_taskgroup_reduction_register(uintptr_t *block) { reduction_register(block); }

ABI void GOMP_taskgroup_reduction_unregister(uintptr_t *block);
ABI void GOMP_taskgroup_reduction_unregister(uintptr_t *block)
{
    do {
        forget_copies(stage.self->team, block[COPIES]);
        heap_free((void *)block[COPIES]);
        block = next_of(block);
    } while (block && !block[HEAD]);
}

/* ---- worksharing, scope, parallel -------------------------------------------------- */

void reduction_share_begins(struct workshare *share, uintptr_t *block)
{
    GOMP_taskgroup_start();
    struct taskgroup *group = task_current()->inner;
    group->of_share = true;
    register_block(share->team, block, share->reductions, group->reductions);
    group->reductions = block;
    if (!share->reductions)
        share->reductions = block;
}

ABI void GOMP_scope_start(uintptr_t *block);
ABI void GOMP_scope_start(uintptr_t *block)
{
    struct workshare *share = share_enter();
    reduction_share_begins(share, block);
    share_leave();
}

ABI void GOMP_workshare_task_reduction_unregister(bool cancelled);
ABI void GOMP_workshare_task_reduction_unregister(bool cancelled)
{
    uintptr_t *block = task_current()->inner->reductions;
    GOMP_taskgroup_end();
    if (stage.self->number == 0)
        GOMP_taskgroup_reduction_unregister(block);
    if (!cancelled)
        team_barrier(CALLER_PC);
}

struct with_reductions {
    uintptr_t *block;
    const struct team *team; /* out */
};

/* The implicit tasks of the team are in one group, which nobody waits for. */
static void prepare_team(struct team *team, void *argument)
{
    struct with_reductions *with = argument;
    team->group = stage_alloc(sizeof *team->group);
    register_block(team, with->block, NULL, NULL);
    team->group->reductions = with->block;
    with->team = team;
}

ABI unsigned GOMP_parallel_reductions(void (*function)(void *), void *data, unsigned threads,
                                      unsigned flags);
ABI unsigned GOMP_parallel_reductions(void (*function)(void *), void *data, unsigned threads,
                                      unsigned flags)
{
    struct with_reductions with = {.block = *(uintptr_t **)data};
    team_parallel(function, data, threads, flags, ORIGIN, prepare_team, &with);
    return (unsigned)with.team->size;
}

/* ---- which copy a task has --------------------------------------------------------- */

static const uintptr_t *item_by_original(const uintptr_t *block, uintptr_t address)
{
    for (uintptr_t i = 0; i < block[ITEMS]; i++)
        if (item_of(block, i)[ORIGINAL] == address)
            return item_of(block, i);
    return NULL;
}

static uintptr_t original_at(const uintptr_t *block, uintptr_t offset)
{
    for (uintptr_t i = 0; i < block[ITEMS]; i++)
        if (item_of(block, i)[OFFSET] == offset)
            return item_of(block, i)[ORIGINAL];
    return 0;
}

/* A list item by the address of the original or, in a construct within, of a
 * copy. */
struct found_item {
    const uintptr_t *block; /* NULL: none */
    uintptr_t offset, original;
};

static struct found_item find_item(const uintptr_t *blocks, uintptr_t address)
{
    for (const uintptr_t *block = blocks; block; block = next_of(block)) {
        const uintptr_t *item = item_by_original(block, address);
        if (item)
            return (struct found_item){block, item[OFFSET], address};
    }
    for (const uintptr_t *block = blocks; block; block = next_of(block)) {
        if (address < block[COPIES] || address >= block[END])
            continue;
        uintptr_t offset = (address - block[COPIES]) % block[STRIDE];
        return (struct found_item){block, offset, original_at(block, offset)};
    }
    return (struct found_item){0};
}

static _Noreturn void no_reduction(const void *pc)
{
    stage.message_pc = pc;
    stage_end(END_CRASH,
              "line %d: in_reduction names a variable that no task_reduction or "
              "reduction(task, ...) around the task has",
              place_of(pc).line);
}

ABI void GOMP_task_reduction_remap(size_t count, size_t originals, void **pointers);
ABI void GOMP_task_reduction_remap(size_t count, size_t originals, void **pointers)
{
    reduction_takes_part(task_current());
    const struct taskgroup *group = group_of(task_current());
    const uintptr_t *blocks = group ? group->reductions : NULL;
    for (size_t i = 0; i < count; i++) {
        struct found_item found = find_item(blocks, (uintptr_t)pointers[i]);
        if (!found.block)
            no_reduction(CALLER_PC);
        uintptr_t mine = found.block[STRIDE] * (uintptr_t)stage.self->number;
        pointers[i] = (void *)(found.block[COPIES] + mine + found.offset);
        if (i < originals)
            pointers[count + i] = (void *)found.original;
    }
}

int reduction_spreads(const struct task *task, const int *free, int count)
{
    if (!task->group || !task->group->reductions)
        return 0;
    for (int i = 0; i < count; i++)
        if ((unsigned)free[i] == task->ordinal % (unsigned)task->team->size)
            return i;
    return 0;
}

/* ---- judgement ----------------------------------------------------------------------- */

/* A task that has copies only because it shares what is its creator's does not depend
 * on its worker. */
static bool uses_own_copies(const struct task *task) { return !task->parent || task->takes_part; }

void reduction_takes_part(struct task *task)
{
    task->takes_part = true;
    if (task->undeferred && task->parent)
        reduction_takes_part(task->parent);
}

void reduction_leaves(const struct thread *thread)
{
    if (thread->team->copies && uses_own_copies(thread->implicit->task))
        clock_join(&thread->team->pasts[thread->number], &thread->order.hb);
}

static bool orders(const struct team *team, int number, uintptr_t address, int strand, uint32_t at)
{
    for (const struct copies *copies = team->copies; copies; copies = copies->next)
        if (address >= copies->start && address < copies->end &&
            (address - copies->start) / copies->stride == (uintptr_t)number)
            return at <= team->pasts[number].at[strand];
    return false;
}

/* In a target region, or in a region of a task's own, too: there the worker is
 * that of the thread which met it. */
bool reduction_orders(uintptr_t address, int strand, uint32_t at)
{
    const struct implicit *at_level = stage.self->implicit;
    for (const struct team *team = stage.self->team; team; team = team->parent) {
        if (uses_own_copies(at_level->task) && orders(team, at_level->number, address, strand, at))
            return true;
        if (stage.self != team->master)
            return false;
        at_level = team->outer;
    }
    return false;
}

uint64_t reduction_orders_after(int strand, uint32_t at)
{
    const struct team *team = stage.threads[0].team;
    uint64_t sum = 0;
    for (int i = 0; team->copies && i < team->size; i++)
        if (team->pasts[i].at[strand] >= at)
            sum += hash_mix((uint64_t)i, 13);
    return sum;
}
