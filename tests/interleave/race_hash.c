/* race_hash.c - for the hash of a state: of each access, who is ordered after it. */
#include "interleave/arena.h"
#include "interleave/hash.h"
#include "interleave/objects.h"
#include "interleave/race.h"
#include "interleave/reduction.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"
#include "interleave/task.h"
#include "interleave/worksharing.h"

static uint64_t hash_epoch(epoch when, uint64_t seed)
{
    if (when == 0)
        return hash_mix(seed, 1);
    int strand = epoch_strand(when);
    uint32_t at = epoch_at(when);
    uint64_t after = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_NONE && thread->state != THREAD_OVER &&
            thread->order.hb.at[strand] >= at)
            after |= UINT64_C(1) << i;
    }
    uint64_t objects = order_objects_after(strand, at) ^ task_orders_after(strand, at) ^
                       reduction_orders_after(strand, at) ^ share_orders_after(strand, at);
    return hash_mix(hash_mix(seed, after), objects ^ (uint64_t)strand << 56);
}

static uint64_t hash_record(const struct record *record, uint64_t hash)
{
    hash = hash_epoch(record->write, hash);
    hash = hash_epoch(record->read, hash);
    for (uint32_t i = 0; record->many && i < record->many->count; i++) {
        const struct one_of_many *one = &record->many->of[i];
        hash = hash_epoch(one->when, hash_mix(hash, one->kind));
    }
    return hash;
}

/* Of every history, as of now: many words have the same. */
struct hashed {
    uint64_t when, hash;
};
static struct arena hashed;
static uint64_t now;

static uint64_t hash_history(uint32_t number)
{
    struct hashed *of = (struct hashed *)(void *)hashed.start + (number - history_none);
    if (of->when == now)
        return of->hash;
    const struct history *history = history_at(number);
    bool parts = history->granule < 8 && !history->alone;
    uint64_t hash = (uint64_t)history->granule << 8 | history->offset;
    if (!parts)
        hash = hash_record(&history->record, hash);
    for (unsigned at = 0; parts && at < 8; at += history->granule)
        hash = hash_mix(hash, hash_history(history->parts[at / history->granule]));
    *of = (struct hashed){now, hash};
    return hash;
}

uint64_t race_hash(uint64_t seed)
{
    uint64_t sum = 0;
    const struct touched *words;
    int count = shadow_touched(&words);
    stage.effort += (uint64_t)count * 8;
    arena_reserve(&hashed, MOST_HISTORIES * sizeof(struct hashed));
    now++;
    for (int i = 0; i < count; i++) /* the order of first touch must not matter */
        sum += hash_mix(hash_mix(seed, words[i].address), hash_history(*words[i].word));
    return hash_mix(seed, sum);
}
