#include "interleave/checkpoint.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/frame_end.h"
#include "interleave/grow.h"
#include "interleave/hash.h"
#include "interleave/libc.h"
#include "interleave/objects.h"
#include "interleave/output.h"
#include "interleave/reset.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"
#include "interleave/spin.h"
#include "interleave/strand.h"
#include "interleave/tls.h"

/* So many lie on the path of a search at once; the last is replaced beyond that. */
#define MOST 8

/* Choices between two of them, at least. */
#define APART 3

/* Copying so many bytes takes as long as a basic block. */
#define BYTES_PER_BLOCK 64

/* Bytes below the last frame of a stack. */
#define LEFT_BELOW 1024

struct piece {
    char *at;
    size_t size;
};

struct checkpoint {
    int depth;
    int slots, strands, objects; /* that there were */
    uint32_t histories;          /* history_none: others have other numbers */
    int word_count;
    uint32_t *words; /* of the race detector */
    size_t word_room;
    struct piece *pieces;
    size_t count, room;
    char *bytes; /* of all pieces, one after the other */
    size_t size, bytes_room;
};

size_t checkpoint_limit = MAX_CHECKPOINT_BYTES;

static struct checkpoint saved[MOST];
static int count;
static const struct policy *owner;
static uint64_t execution; /* that they belong to */

static struct checkpoint *making;
static size_t limit; /* of its bytes */
static bool refused;

/* As the linker names the ends of a section. */
extern char __start_of_execution[], __stop_of_execution[];

/* ---- saving ----------------------------------------------------------------------- */

void checkpoint_refuse(void) { refused = true; }

READS_STACKS void checkpoint_piece(void *at, size_t size)
{
    struct checkpoint *c = making;
    if (refused || c->size + size > limit) {
        refused = true;
        return;
    }
    c->pieces = grow(c->pieces, c->count + 1, &c->room, sizeof *c->pieces);
    c->bytes = grow(c->bytes, c->size + size, &c->bytes_room, 1);
    c->pieces[c->count++] = (struct piece){at, size};
    memcpy(c->bytes + c->size, at, size);
    c->size += size;
}

/* Of clocks what is used. Below its last frame a stack holds what earlier calls have
 * left, which a variable that nobody initialised may show. */
static void save_thread(struct thread *thread)
{
    checkpoint_piece(thread, offsetof(struct thread, order));
    checkpoint_piece(&thread->order.hb, (size_t)order_strands * sizeof *thread->order.hb.at);
    checkpoint_piece(&thread->order.dep, (size_t)order_slots * sizeof *thread->order.dep.at);
    if (thread->fenced)
        checkpoint_piece(&thread->fence, (size_t)order_strands * sizeof *thread->fence.at);
    if (thread->loaded)
        checkpoint_piece(&thread->pending, (size_t)order_strands * sizeof *thread->pending.at);
    bool over = thread->state == THREAD_OVER && !frame_kept(thread);
    if (thread->state == THREAD_NONE || over)
        return;
    if (thread->in_lane)
        checkpoint_refuse();
    uintptr_t sp = (uintptr_t)thread->fiber.sp, low = thread->fiber.low;
    low = sp - low > LEFT_BELOW ? sp - LEFT_BELOW : low;
    checkpoint_piece((void *)low, thread->fiber.high - low);
}

static void save_words(struct checkpoint *c)
{
    const struct touched *touched;
    c->word_count = shadow_touched(&touched);
    c->size += (size_t)c->word_count * sizeof *c->words;
    refused |= c->size > limit;
    if (refused)
        return;
    c->words = grow(c->words, (size_t)c->word_count, &c->word_room, sizeof *c->words);
    for (int i = 0; i < c->word_count; i++)
        c->words[i] = *touched[i].word;
}

#define BETWEEN(first, after)                                                                      \
    &stage.first, offsetof(struct stage, after) - offsetof(struct stage, first)

/* What is counted for the whole search is left alone; there is no message yet. */
static void save_stage(void)
{
    checkpoint_piece(BETWEEN(self, message));
    checkpoint_piece(BETWEEN(message_pc, lanes_until));
    checkpoint_piece(BETWEEN(teams, machine));
}

static void save_all(void)
{
    checkpoint_piece(__start_of_execution,
                     (uintptr_t)__stop_of_execution - (uintptr_t)__start_of_execution);
    save_stage();
    for (int i = 0; i < order_slots; i++)
        save_thread(&stage.threads[i]);
    orders_pieces();
    strand_pieces();
    tls_pieces();
    frame_pieces();
    libc_pieces();
    output_pieces();
    reset_pieces();
}

/* What belongs to no engine's depth-first search, or is too much. */
static bool worth_it(int depth)
{
#if defined(__SANITIZE_ADDRESS__)
    return false; /* it has its own idea of each stack */
#endif
    bool apart = count == 0 || depth - saved[count - 1].depth >= APART;
    bool looks_on = stage.trace || stage.machine || stage.execution <= stage.lanes_until;
    return apart && !looks_on && spin_looks == 0;
}

void checkpoint_save(int depth)
{
    if (owner != stage.policy || execution != stage.execution)
        count = 0;
    if (!worth_it(depth))
        return;
    owner = stage.policy;
    execution = stage.execution;
    count -= count == MOST;
    making = &saved[count];
    making->depth = depth;
    making->count = making->size = 0;
    making->histories = history_none;
    making->slots = order_slots;
    making->strands = order_strands;
    making->objects = objects_count();
    limit = stage_effort() * BYTES_PER_BLOCK;
    limit = limit < checkpoint_limit ? limit : checkpoint_limit;
    refused = false;
    save_all();
    save_words(making);
    count += !refused;
}

/* ---- going on --------------------------------------------------------------------- */

void checkpoint_drop(int depth)
{
    while (count > 0 && saved[count - 1].depth > depth)
        count--;
}

int checkpoint_resume(void)
{
    if (owner != stage.policy || execution != stage.execution || count == 0 ||
        saved[count - 1].histories != history_none) {
        count = 0;
        return -1;
    }
    const struct checkpoint *c = &saved[count - 1];
    objects_undo(c->objects);
    shadow_undo(c->words, c->word_count);
    heap_undo();
    libc_undo();
    bool more = order_slots > c->slots || order_strands > c->strands;
    for (int i = 0; more && i < order_slots; i++)
        thread_forget(&stage.threads[i]);
    if (more)
        orders_undo();
    const char *from = c->bytes;
    for (size_t i = 0; i < c->count; from += c->pieces[i++].size)
        memcpy(c->pieces[i].at, from, c->pieces[i].size);
    stage.message[0] = '\0';
    spin_begin();
    libc_redo();
    stage.resumed++;
    return c->depth;
}
