#include "interleave/doacross.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/hash.h"

/* An iteration has posted. Its clocks take the room that they need: there may
 * be millions of iterations. */
struct post {
    uint64_t iteration;
    uint64_t span; /* machine: longest chain of work up to it */
    int strands, slots;
    uint32_t at[]; /* of the strands, then steps of the slots */
};

struct doacross {
    unsigned dimensions;
    uint64_t *counts;
    struct post **posts; /* a hash table by iteration; NULL: empty */
    uint64_t count, room;
};

struct doacross *doacross_new(unsigned dimensions, const uint64_t *counts)
{
    struct doacross *doacross = stage_alloc(sizeof *doacross);
    doacross->dimensions = dimensions;
    doacross->counts = stage_alloc(dimensions * sizeof *counts);
    memcpy(doacross->counts, counts, dimensions * sizeof *counts);
    return doacross;
}

/* ---- the table of posts -------------------------------------------------------- */

static struct post **place_for(const struct doacross *doacross, uint64_t iteration)
{
    uint64_t i = hash_mix(iteration, 3) & (doacross->room - 1);
    while (doacross->posts[i] && doacross->posts[i]->iteration != iteration)
        i = (i + 1) & (doacross->room - 1);
    return &doacross->posts[i];
}

static const struct post *post_of(const struct doacross *doacross, uint64_t iteration)
{
    return doacross->room ? *place_for(doacross, iteration) : NULL;
}

static void make_room(struct doacross *doacross)
{
    if (doacross->count * 2 < doacross->room)
        return;
    uint64_t old_room = doacross->room;
    struct post **old = doacross->posts;
    doacross->room = old_room ? old_room * 4 : 64;
    doacross->posts = stage_alloc(doacross->room * sizeof(struct post *));
    for (uint64_t i = 0; i < old_room; i++)
        if (old[i])
            *place_for(doacross, old[i]->iteration) = old[i];
}

static size_t size_of(int entries)
{
    return sizeof(struct post) + (size_t)entries * sizeof(uint32_t);
}

void doacross_drop(struct doacross *doacross)
{
    for (uint64_t i = 0; i < doacross->room; i++)
        if (doacross->posts[i])
            stage_free(doacross->posts[i],
                       size_of(doacross->posts[i]->strands + doacross->posts[i]->slots));
    if (doacross->room)
        stage_free(doacross->posts, doacross->room * sizeof(struct post *));
}

/* ---- clocks -------------------------------------------------------------------- */

static struct post *publish(uint64_t iteration)
{
    struct thread *self = stage.self;
    struct post *post = stage_alloc(size_of(order_strands + order_slots));
    post->iteration = iteration;
    post->span = self->span;
    post->strands = order_strands;
    post->slots = order_slots;
    memcpy(post->at, self->order.hb.at, (size_t)order_strands * sizeof *post->at);
    memcpy(post->at + order_strands, self->order.dep.at, (size_t)order_slots * sizeof *post->at);
    self->order.hb.at[self->strand]++;
    return post;
}

static void come_after(const struct post *post)
{
    struct order *order = &stage.self->order;
    cost_waited(post->span);
    for (int i = 0; i < post->strands; i++)
        if (order->hb.at[i] < post->at[i])
            order->hb.at[i] = post->at[i];
    for (int i = 0; i < post->slots; i++)
        if (order->dep.at[i] < post->at[post->strands + i])
            order->dep.at[i] = post->at[post->strands + i];
}

/* ---- post and wait --------------------------------------------------------------- */

static uint64_t number_of(const struct doacross *doacross, const uint64_t *vector)
{
    uint64_t number = 0;
    for (unsigned i = 0; i < doacross->dimensions; i++)
        number = number * doacross->counts[i] + vector[i];
    return number;
}

static void wake_who_waits(struct workshare *share, uint64_t iteration)
{
    for (int i = 0; i < share->team->size; i++) {
        struct thread *member = share->team->members[i];
        if (member->state != THREAD_BLOCKED || member->waits != WAIT_ITERATION ||
            member->waits_on != (uintptr_t)share)
            continue;
        const struct chunk *chunk = member->implicit->chunk;
        if (chunk->awaited == iteration)
            wake(member);
    }
}

/* A team of one does its iterations in their order. */
static bool is_needed(const struct workshare *share)
{
    return share->doacross && share->team->size > 1;
}

static void post(const uint64_t *vector)
{
    struct workshare *share = share_current();
    if (!is_needed(share))
        return;
    uint64_t iteration = number_of(share->doacross, vector);
    make_room(share->doacross);
    struct post **place = place_for(share->doacross, iteration);
    if (*place)
        return; /* depend(source) a second time in an iteration */
    *place = publish(iteration);
    share->doacross->count++;
    cost_access((uintptr_t)&share->mark, 8, true, true, NULL);
    wake_who_waits(share, iteration);
}

static void wait_for(struct workshare *share, uint64_t iteration, const void *pc)
{
    if (!post_of(share->doacross, iteration)) {
        share_chunk()->awaited = iteration;
        block(WAIT_ITERATION, (uintptr_t)share, pc);
    }
    come_after(post_of(share->doacross, iteration));
}

ABI void GOMP_doacross_post(long *vector);
ABI void GOMP_doacross_post(long *vector) { post((uint64_t *)vector); }

ABI void GOMP_doacross_ull_post(unsigned long long *vector);
ABI void GOMP_doacross_ull_post(unsigned long long *vector) { post((uint64_t *)vector); }

/* Waits for nothing where there is no such iteration. */
static void wait_with(uint64_t first, va_list rest, const void *pc)
{
    struct workshare *share = share_current();
    if (!is_needed(share))
        return;
    const struct doacross *doacross = share->doacross;
    uint64_t iteration = first;
    bool exists = first < doacross->counts[0]; /* not so: negative ones */
    for (unsigned i = 1; i < doacross->dimensions; i++) {
        uint64_t next = va_arg(rest, unsigned long);
        exists &= next < doacross->counts[i];
        iteration = iteration * doacross->counts[i] + next;
    }
    if (exists)
        wait_for(share, iteration, pc);
}

ABI void GOMP_doacross_wait(long first, ...);
ABI void GOMP_doacross_wait(long first, ...)
{
    va_list rest;
    va_start(rest, first);
    wait_with((uint64_t)first, rest, CALLER_PC);
    va_end(rest);
}

ABI void GOMP_doacross_ull_wait(unsigned long long first, ...);
ABI void GOMP_doacross_ull_wait(unsigned long long first, ...)
{
    va_list rest;
    va_start(rest, first);
    wait_with(first, rest, CALLER_PC);
    va_end(rest);
}

/* ---- in words, and as a number ------------------------------------------------------ */

void doacross_awaited(const struct thread *thread, char *text, size_t room)
{
    const struct workshare *share = (const struct workshare *)thread->waits_on;
    const struct chunk *chunk = thread->implicit->chunk;
    const struct doacross *doacross = share->doacross;
    uint64_t below = 1, number = chunk->awaited;
    for (unsigned i = 1; i < doacross->dimensions; i++)
        below *= doacross->counts[i];
    size_t used = (size_t)snprintf(text, room, "iteration ");
    for (unsigned i = 0; i < doacross->dimensions && used < room; i++) {
        used += (size_t)snprintf(text + used, room - used, "%s%llu", i ? ", " : "",
                                 (unsigned long long)(number / below));
        number %= below;
        if (i + 1 < doacross->dimensions)
            below /= doacross->counts[i + 1];
    }
    if (used < room)
        snprintf(text + used, room - used, " (the first is 0)");
}

uint64_t doacross_hash(const struct doacross *doacross)
{
    uint64_t sum = doacross->count;
    for (uint64_t i = 0; i < doacross->room; i++)
        if (doacross->posts[i])
            sum += hash_mix(doacross->posts[i]->iteration, 17);
    stage.effort += doacross->room / 4;
    return sum;
}

uint64_t doacross_orders_after(const struct doacross *doacross, int strand, uint32_t at)
{
    uint64_t sum = 0;
    for (uint64_t i = 0; i < doacross->room; i++) {
        const struct post *post = doacross->posts[i];
        if (post && strand < post->strands && post->at[strand] >= at)
            sum += hash_mix(post->iteration, 19);
    }
    stage.effort += doacross->room / 4;
    return sum;
}
