#include "interleave/spin.h"

#include <stdlib.h>

#include "interleave/hash.h"
#include "interleave/race.h"
#include "interleave/task.h"

/* Live stack, as far as spin_local() goes, and place; registers that live across a
 * hook at -O0 are copies of stack slots. */
static uint64_t local_state(const struct thread *thread, uintptr_t cfa, const void *pc)
{
    uint64_t seed = hash_mix((uintptr_t)pc, cfa);
    if (cfa < thread->fiber.low || cfa > thread->fiber.high)
        return seed;
    size_t size = thread->fiber.high - cfa;
    return hash_block((const void *)cfa, size < SPIN_STACK ? size : SPIN_STACK, seed);
}

static void remember_read(struct thread *thread, uintptr_t object)
{
    for (unsigned i = 0; i < thread->read_count; i++)
        if (thread->reads[i] == object)
            return;
    if (thread->read_count < SPIN_MEMORY)
        thread->reads[thread->read_count++] = object;
    else
        spin_forget(thread); /* a loop that reads more than this is not waited for */
}

/* A loop may come back only after many rounds: who counts to a hundred before it
 * yields. (Brent's cycle detection.) */
static bool meets_anchor(struct thread *thread, uint64_t state)
{
    if (++thread->looks > 1 && state == thread->anchor)
        return true;
    if ((thread->looks & (thread->looks - 1)) == 0)
        thread->anchor = state;
    return false;
}

bool spin_look(struct thread *thread, const struct step *step, bool wrote)
{
    if (wrote) {
        spin_forget(thread);
        return false;
    }
    remember_read(thread, step->object);
    uint64_t state = local_state(thread, step->cfa, step->pc);
    for (unsigned i = 0; i < thread->seen_count; i++)
        if (thread->seen[i] == state)
            return true;
    if (meets_anchor(thread, state))
        return true;
    if (thread->seen_count == SPIN_MEMORY)
        thread->seen_count = 0;
    thread->seen[thread->seen_count++] = state;
    return false;
}

void spin_written(uintptr_t object, uint32_t size)
{
    for (int i = 0; i < order_slots; i++) {
        struct thread *thread = &stage.threads[i];
        for (unsigned k = 0; k < thread->read_count; k++)
            if (thread->reads[k] >= (object & ~(uintptr_t)7) && thread->reads[k] < object + size) {
                spin_forget(thread); /* what it saw is no longer what it would see */
                if (thread->state == THREAD_SPINNING)
                    task_resume(thread);
            }
    }
}

/* ---- loops with a deadline ------------------------------------------------ */

/* Twice the time each time: any deadline comes soon, and who waits for none is
 * let go on so often only. */
#define MOST_PATIENCE 40

void spin_asks_time(void)
{
    stage.self->asked_time = true;
    spin_plain_write();
}

bool spin_let_time_pass(void)
{
    for (int i = 0; i < order_slots; i++) {
        struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_SPINNING || !thread->asked_time ||
            thread->patience == MOST_PATIENCE)
            continue;
        uint64_t *clock = stage.machine ? &thread->clock : &thread->order.time;
        *clock += UINT64_C(1000000) << thread->patience++;
        spin_forget(thread);
        task_resume(thread);
        return true;
    }
    return false;
}

/* ---- plain loops ---------------------------------------------------------- */

#define PLAIN_READS 64

typedef uint64_t __attribute__((may_alias)) aliasing_word; /* stacks start and end at words */

/* Brent's cycle detection on the local states at basic blocks: the saved state
 * is renewed at each power of two; meeting it again closes the loop. */
static struct {
    unsigned char *stack; /* of the saved state */
    size_t size, room;
    size_t differs; /* first word that was another when last compared */
    uintptr_t cfa;  /* other places need not be compared */
    const void *pc;
    uint64_t next_save;
    uintptr_t reads[PLAIN_READS];
    uint32_t sizes[PLAIN_READS];
    int read_count;
} plain;
uint64_t spin_looks;
bool spin_collecting;

void spin_begin(void)
{
    spin_looks = plain.next_save = 0;
    spin_collecting = false;
    plain.read_count = 0;
}

void spin_collect(uintptr_t address, uint32_t size)
{
    if (plain.read_count == PLAIN_READS)
        return;
    for (int i = 0; i < plain.read_count; i++)
        if (plain.reads[i] == address)
            return;
    plain.reads[plain.read_count] = address;
    plain.sizes[plain.read_count++] = size;
}

static void found_loop(const void *pc)
{
    bool fresh = false;
    for (int i = 0; i < plain.read_count; i++)
        if (fiber_holding(plain.reads[i]) != stage.self->slot || plain.read_count == 1)
            fresh |= racy_add(plain.reads[i], plain.sizes[i]);
    if (fresh)
        stage_end(END_STOPPED, "a loop waits for plain memory");
    stage.message_pc = pc;
    stage_end(END_ENDLESS, "this loop never ends: nothing that it looks at can change any more");
}

/* Live bytes of the stack above cfa, in whole words; 0 when it is not the thread's own. */
static size_t live_bytes(uintptr_t cfa)
{
    const struct fiber *fiber = &stage.self->fiber;
    return cfa < fiber->low || cfa > fiber->high ? 0 : (fiber->high - cfa) & ~(size_t)7;
}

READS_STACKS static uint64_t word_at(const unsigned char *at)
{
    return *(const aliasing_word *)(const void *)at;
}

READS_STACKS static void copy_stack(unsigned char *to, const unsigned char *from, size_t size)
{
    for (size_t i = 0; i < size; i += 8)
        *(aliasing_word *)(void *)(to + i) = word_at(from + i);
}

static void save(uintptr_t cfa, const void *pc)
{
    plain.size = live_bytes(cfa);
    if (plain.size > plain.room) {
        plain.room = 2 * plain.size;
        free(plain.stack);
        plain.stack = malloc(plain.room);
        if (!plain.stack)
            abort();
    }
    copy_stack(plain.stack, (const void *)cfa, plain.size);
    plain.cfa = cfa;
    plain.pc = pc;
    plain.differs = 0;
}

/* What differed last, a counter mostly, differs again: look there first. By words,
 * for the lowest byte of a counter is the same again soon. */
READS_STACKS static bool as_saved(void)
{
    const unsigned char *now = (const void *)plain.cfa;
    if (plain.differs < plain.size &&
        word_at(now + plain.differs) != word_at(plain.stack + plain.differs))
        return false;
    for (size_t i = 0; i < plain.size; i += 8)
        if (word_at(now + i) != word_at(plain.stack + i)) {
            plain.differs = i;
            return false;
        }
    return true;
}

void spin_plain_block(uintptr_t cfa, const void *pc)
{
    spin_looks++;
    if (spin_collecting && cfa == plain.cfa && pc == plain.pc && as_saved())
        found_loop(pc);
    if (spin_looks > plain.next_save) {
        save(cfa, pc);
        plain.next_save = spin_looks * 2;
        spin_collecting = true;
        plain.read_count = 0;
    }
}
