#include "interleave/frame_end.h"

#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/code.h"
#include "interleave/hash.h"
#include "interleave/race.h"
#include "interleave/task.h"
#include "interleave/team.h"

/* Frames that stand on a thread's stack and have made tasks, deepest last; of many
 * the deepest. */
#define MOST_LENT 64

static struct lent {
    struct frame frames[MOST_LENT];
    int count;
    int kept; /* the last of these are of a region's function, which has returned */
} lent[MAX_THREADS];

static void drop_kept(struct lent *on)
{
    on->count -= on->kept;
    on->kept = 0;
}

/* The frames up to this one, deepest last. */
static int count_up_to(const struct lent *on, uintptr_t cfa)
{
    int deeper = 0;
    while (deeper < on->count && on->frames[on->count - 1 - deeper].cfa <= cfa)
        deeper++;
    return deeper;
}

void frame_lends(uintptr_t cfa, const void *pc)
{
    struct thread *self = stage.self;
    struct lent *on = &lent[self->slot];
    if (self->lends == 0)
        on->count = on->kept = 0; /* of an earlier life */
    if (self->lends == 0 || cfa < self->lends)
        self->lends = cfa;
    drop_kept(on);
    on->count -= count_up_to(on, cfa);
    if (on->count == MOST_LENT)
        memmove(on->frames, on->frames + 1, (size_t)--on->count * sizeof *on->frames);
    on->frames[on->count++] = (struct frame){.pc = pc, .cfa = cfa};
}

bool frame_lent(int slot, uintptr_t address, struct frame *frame)
{
    const struct thread *thread = &stage.threads[slot];
    const struct lent *on = &lent[slot];
    int stand = frame_kept(thread) ? on->count : on->count - on->kept;
    for (int i = thread->lends ? stand - 1 : -1; i >= 0; i--)
        if (on->frames[i].cfa > address) {
            *frame = on->frames[i];
            return true;
        }
    return false;
}

/* Frames that have ended, the latest of them. */
static struct ended {
    const void *pc;
    uintptr_t low, cfa;
} ended[256];
static unsigned count;

#define MOST_ENDED (sizeof ended / sizeof *ended)

/* A function of a region: its tasks run at the region's end, and gcc leaves out a
 * barrier before that, of a single for example, even where it keeps variables alive
 * that a task shares. */
static bool is_region(uintptr_t cfa)
{
    const void *const *way_back = (const void *const *)(cfa - 8);
    return !stage.self->implicit->task->parent && code_of(*way_back) == 0;
}

READS_STACKS __attribute__((noinline)) void
frame_keep(void (*function)(void *), void *data, void (*then)(struct team *), struct team *team)
{
    struct thread *self = stage.self;
    uintptr_t outer = self->region_low;
    self->region_low = 0;
    function(data);
    uintptr_t low = self->region_low, here = (uintptr_t)__builtin_frame_address(0);
    if (low && team->tasks) {
        volatile char *kept = __builtin_alloca(here - low);
        __asm__ volatile("" : : "r"(kept) : "memory");
    }
    then(team);
    self->region_low = outer;
}

uintptr_t frame_kept(const struct thread *thread)
{
    return thread->region_low && thread->team && thread->team->tasks ? thread->region_low : 0;
}

void frame_ends(uintptr_t low, uintptr_t cfa, const void *pc)
{
    struct lent *on = &lent[stage.self->slot];
    stage.self->lends = cfa + 1; /* those of its callers live on */
    drop_kept(on);
    on->kept = count_up_to(on, cfa);
    if (stage.regions > 0 && is_region(cfa)) {
        stage.self->region_low = low;
        return;
    }
    drop_kept(on);
    if (stage.regions == 0)
        return;
    if (cfa - low > MAX_FRAME_JUDGED)
        low = cfa - MAX_FRAME_JUDGED;
    ended[count++ % MOST_ENDED] = (struct ended){pc, low, cfa};
    race_frame_ends(low, cfa - 16, pc); /* above lie the way back and the caller's frame */
}

static const struct ended *find(const void *pc, uintptr_t address)
{
    for (unsigned i = 0; i < MOST_ENDED && i < count; i++) {
        const struct ended *frame = &ended[(count - 1 - i) % MOST_ENDED];
        if (frame->pc == pc && (!address || (address >= frame->low && address < frame->cfa)))
            return frame;
    }
    return NULL;
}

bool frame_end_at(const void *pc) { return find(pc, 0) != NULL; }

bool frame_end_name(const void *pc, uintptr_t address, size_t size, char *name, size_t room)
{
    const struct ended *frame = find(pc, address);
    if (!frame)
        return false;
    struct frame was = {.pc = frame->pc, .cfa = frame->cfa};
    return place_name(address, size, &was, 1, NULL, 0, name, room);
}

void frame_pieces(void)
{
    for (int i = 0; i < order_slots; i++) {
        struct lent *on = &lent[i];
        if (stage.threads[i].lends == 0)
            continue;
        checkpoint_piece(&on->count, sizeof on->count);
        checkpoint_piece(&on->kept, sizeof on->kept);
        checkpoint_piece(on->frames, (size_t)on->count * sizeof *on->frames);
    }
}
