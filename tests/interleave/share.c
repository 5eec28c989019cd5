/* share.c - what all worksharing constructs have in common; see worksharing.h. */
#include "interleave/worksharing.h"

#include "interleave/cost.h"
#include "interleave/doacross.h"
#include "interleave/hash.h"
#include "interleave/heap.h"
#include "interleave/race.h"

static struct workshare *share_at(struct team *team, unsigned index)
{
    struct workshare **at = &team->first_share;
    while (*at && (*at)->index != index)
        at = &(*at)->next;
    if (!*at) {
        *at = stage_alloc(sizeof **at);
        (*at)->team = team;
        (*at)->index = index;
    }
    return *at;
}

struct workshare *share_enter(void)
{
    struct implicit *implicit = stage.self->implicit;
    implicit->share = share_at(implicit->team, implicit->shares++);
    if (!implicit->chunk)
        implicit->chunk = stage_alloc(sizeof(struct chunk));
    *(struct chunk *)implicit->chunk = (struct chunk){0};
    return implicit->share;
}

struct workshare *share_current(void)
{
    struct workshare *share = stage.self->implicit->share;
    return share ? share : share_enter();
}

struct chunk *share_chunk(void) { return stage.self->implicit->chunk; }

void share_leave(void)
{
    struct implicit *implicit = stage.self->implicit;
    struct workshare *share = share_current();
    implicit->share = NULL;
    if (++share->left < share->team->size)
        return;
    struct workshare **at = &share->team->first_share;
    while (*at != share)
        at = &(*at)->next;
    *at = share->next;
    if (share->memory)
        heap_free(share->memory);
    if (share->doacross)
        doacross_drop(share->doacross);
    order_free(share->ordered_order);
    order_free(share->copy_order);
    stage_free(share, sizeof *share);
}

void share_memory(struct workshare *share, void **block)
{
    size_t size = (size_t)*block;
    if (!share->memory) {
        share->memory = heap_alloc(size ? size : 1, 16, 1);
        if (!share->memory)
            stage_end(END_CRASH, "no memory is left for what a loop's threads share");
        race_forget((uintptr_t)share->memory, size);
    }
    *block = share->memory;
}

void share_prepare(struct team *team, void *loop)
{
    share_at(team, 0)->loop = *(const struct loop *)loop;
}

void share_stand(struct workshare *share, const void *pc, uintptr_t cfa)
{
    struct step step = {.kind = STEP_GRAB,
                        .writes = true,
                        .size = 8,
                        .pc = pc,
                        .cfa = cfa,
                        .object = (uintptr_t)&share->mark,
                        .spent = &share->spent};
    stand(&step);
    cost_access((uintptr_t)&share->mark, 8, true, true, pc);
    cost_add(COST_CHUNK);
}

/* ---- the hash of a state ------------------------------------------------------ */

static bool knows(const struct order *order, int strand, uint32_t at)
{
    return order && order->hb.at[strand] >= at;
}

static uint64_t known_to(const struct team *team, int strand, uint32_t at)
{
    uint64_t sum = 0; /* whoever came first made them: their order is no matter */
    for (const struct workshare *share = team->first_share; share; share = share->next) {
        uint64_t one = (uint64_t)knows(share->ordered_order, strand, at) << 1 |
                       knows(share->copy_order, strand, at);
        if (share->doacross)
            one = hash_mix(one, doacross_orders_after(share->doacross, strand, at));
        sum += hash_mix(share->index, one);
    }
    if (team->region_order)
        sum += hash_mix(team->region_order->hb.at[strand] >= at, 23);
    if (team->share_order)
        sum += hash_mix(team->share_order->hb.at[strand] >= at, 29);
    return sum;
}

uint64_t share_orders_after(int strand, uint32_t at)
{
    uint64_t sum = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        bool lives = thread->state != THREAD_NONE && thread->state != THREAD_OVER;
        if (lives && thread->number == 0)
            sum += hash_mix((uint64_t)i, known_to(thread->team, strand, at));
    }
    return sum;
}
