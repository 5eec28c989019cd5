/* task_hash.c - what tasks add to the hash of a state; see state_hash.h. */
#include "interleave/hash.h"
#include "interleave/schedule.h"
#include "interleave/strand.h"
#include "interleave/task_own.h"

uint64_t task_hash(const struct team *team)
{
    uint64_t sum = 0; /* in whatever order they were created */
    for (const struct task *task = team->tasks; task; task = task->next) {
        uint64_t one = hash_mix((uintptr_t)task->pc, (uint64_t)task->predecessors << 8 |
                                                         (uint64_t)task->started << 1 |
                                                         (uint64_t)task->returned);
        one = hash_mix(one, (uint64_t)task->children << 1 | (uint64_t)task->fulfilled);
        if (task->data_size)
            one = hash_block(task->data, task->data_size, one);
        if (!task->thread)
            one = hash_block(task->created.hb.at, (size_t)order_strands * 4, one);
        sum += one;
        stage.effort += 10;
    }
    return sum;
}

static uint64_t knows(const struct task *task, int strand, uint32_t at)
{
    uint64_t bits = task->children_done && task->children_done->hb.at[strand] >= at;
    for (const struct taskgroup *group = task->inner; group; group = group->outer)
        bits = bits << 1 | (group->done.hb.at[strand] >= at);
    return bits;
}

uint64_t task_orders_after(int strand, uint32_t at)
{
    uint64_t sum = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_NONE && thread->state != THREAD_OVER && thread->implicit->task)
            sum += hash_mix((uint64_t)i, knows(thread->implicit->task, strand, at));
    }
    return sum;
}
