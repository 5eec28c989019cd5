#include "interleave/state_hash.h"

#include <stddef.h>

#include "interleave/doacross.h"
#include "interleave/frame_end.h"
#include "interleave/hash.h"
#include "interleave/libc.h"
#include "interleave/objects.h"
#include "interleave/output.h"
#include "interleave/race.h"
#include "interleave/reset.h"
#include "interleave/schedule.h"
#include "interleave/task.h"
#include "interleave/tls.h"
#include "interleave/worksharing.h"

static uint64_t hash_step(const struct step *step, uint64_t seed)
{
    seed = hash_mix(seed, (uint64_t)step->kind << 32 | step->size);
    seed = hash_mix(seed, (uintptr_t)step->pc);
    /* A grab's object is a record of ours: its address is no property of the
     * program, and the thread's place in its region names it. */
    return step->kind == STEP_GRAB || step->kind == STEP_START ? seed
                                                               : hash_mix(seed, step->object);
}

static uint64_t hash_place(const struct implicit *implicit, uint64_t seed)
{
    seed = hash_mix(seed, (uint64_t)implicit->number << 32 | implicit->shares);
    seed = hash_block(&implicit->icv, offsetof(struct icv, dynamic) + sizeof(int), seed);
    if (implicit->share && implicit->chunk)
        seed = hash_block(implicit->chunk, sizeof(struct chunk), seed);
    return seed;
}

static uint64_t hash_team(const struct team *team, uint64_t seed)
{
    seed = hash_mix(seed, (uint64_t)team->arrived << 32 | team->barriers);
    seed = hash_mix(hash_mix(seed, (uint64_t)team->running), task_hash(team));
    seed = hash_mix(seed, team->share_cancelled << 1 | team->region_cancelled);
    uint64_t shares = 0; /* whoever came first made them: their order is no matter */
    for (const struct workshare *share = team->first_share; share; share = share->next) {
        uint64_t one = hash_mix(share->index, share->handed_out);
        one = hash_mix(one, (uint64_t)share->left << 2 | (uint64_t)share->single_taken << 1 |
                                (uint64_t)share->copy_ready);
        one = hash_mix(one, share->turn);
        uint64_t passed = 0;
        for (int i = 0; i < share->passed_count * 2; i++)
            passed += hash_mix(share->passed[i], (uint64_t)(i & 1));
        if (share->doacross)
            one = hash_mix(one, doacross_hash(share->doacross));
        shares += hash_mix(one, passed);
    }
    return hash_mix(seed, shares);
}

static uint64_t hash_thread(const struct thread *thread, uint64_t seed)
{
    seed = hash_mix(seed, (uint64_t)thread->state << 32 | (uint64_t)thread->waits);
    uintptr_t kept = frame_kept(thread);
    if (thread->state == THREAD_OVER && kept)
        return hash_block((const void *)kept, thread->fiber.high - kept, seed);
    if (thread->state == THREAD_NONE || thread->state == THREAD_OVER)
        return seed;
    if (thread->state == THREAD_STANDING)
        seed = hash_step(&thread->next, seed);
    seed = hash_place(thread->implicit, seed);
    if (thread->asked_time) /* it goes round without a change, but not for ever */
        seed = hash_mix(seed, (uint64_t)thread->patience << 32 | thread->seen_count);
    if (thread->number == 0 || thread->team->size == 1)
        seed = hash_team(thread->team, seed);
    if (thread->fenced)
        seed = hash_block(thread->fence.at, (size_t)order_strands * 4, seed);
    if (thread->loaded)
        seed = hash_block(thread->pending.at, (size_t)order_strands * 4, seed);
    /* Below its last call the stack holds our own frames. The program keeps
     * nothing in registers across a call: compile.c forbids it. */
    uintptr_t sp = thread->state == THREAD_STANDING && thread->next.cfa
                       ? thread->next.cfa
                       : (uintptr_t)thread->fiber.sp;
    stage.effort += (thread->fiber.high - sp) / 32 + 4;
    return hash_block((const void *)sp, thread->fiber.high - sp, seed);
}

static uint64_t hash_objects(uint64_t seed)
{
    struct object **all;
    int count = objects_all(&all);
    uint64_t sum = 0; /* the order of creation must not matter */
    for (int i = 0; i < count; i++) {
        const struct lock *lock = &all[i]->lock;
        uint64_t owner = lock->owner ? (uint64_t)lock->owner->slot + 1 : 0;
        sum += hash_mix(hash_mix(all[i]->address, owner << 32 | (uint64_t)lock->depth),
                        (uint64_t)all[i]->released << 1 | (uint64_t)lock->initialised);
    }
    return hash_mix(seed, sum);
}

uint64_t state_hash(void)
{
    size_t size;
    const void *bytes = output_text(&size);
    uint64_t seed = hash_block(bytes, size, 1);
    bytes = output_observed(&size);
    if (size)
        seed = hash_block(bytes, size, seed);
    seed = hash_objects(seed);
    for (int i = 0; i < order_slots; i++)
        seed = hash_thread(&stage.threads[i], seed);
    return race_hash(tls_hash(reset_hash(libc_hash(seed))));
}
