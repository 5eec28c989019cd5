/* memory.c - the sanitizer's hooks for plain accesses and basic blocks.
 *
 * A plain access is judged for races; it is a scheduling point only once it has
 * been raced on (or a given schedule asks for it).
 */
#include "interleave/memory.h"

#include <signal.h>

#include "interleave/abi.h"
#include "interleave/bounds.h"
#include "interleave/cost.h"
#include "interleave/frame_end.h"
#include "interleave/heap.h"
#include "interleave/lanes.h"
#include "interleave/race.h"
#include "interleave/record.h"
#include "interleave/spin.h"

static void record_access(uintptr_t address, uint32_t size, bool write, bool visible,
                          const void *pc)
{
    struct event *event = record(write ? EVENT_WRITE : EVENT_READ, pc);
    if (!event)
        return;
    event->visible = visible;
    event->object = address;
    event->size = size;
    record_access_value(event);
}

static void access_visibly(uintptr_t address, uint32_t size, bool write, const void *pc,
                           uintptr_t cfa)
{
    struct step step = {.kind = write ? STEP_WRITE : STEP_READ,
                        .plain = true,
                        .writes = write,
                        .size = size,
                        .object = address,
                        .pc = pc,
                        .cfa = cfa};
    stand(&step);
    race_access(address, size, write, false, pc);
    record_access(address, size, write, true, pc);
    if (write) {
        spin_forget(stage.self);
        spin_written(address, size);
    } else if (spin_look(stage.self, &step, false)) {
        block(WAIT_CHANGE, address, pc);
    }
}

/* An access beside the blocks of the heap, or after their life. */
static _Noreturn void outside_heap(uintptr_t address, size_t size, const void *pc)
{
    char text[200];
    heap_explain(address, size, text, sizeof text);
    stage.signal = SIGSEGV;
    stage.fault_address = address;
    stage.message_pc = pc;
    stage_end(END_CRASH, "%s", text);
}

static void judge(uintptr_t address, size_t size, bool write, const void *pc, uintptr_t cfa)
{
    struct thread *self = stage.self;
    if (!self)
        return;
    stage.steps++;
    if (stage.machine)
        cost_access(address, size, write, false, pc);
    if (write)
        spin_plain_write();
    else
        spin_plain_read(address, (uint32_t)size);
    if (__builtin_expect(self->in_lane, 0))
        lanes_access(address, size, write, pc);
    if (stage.regions == 0)
        return;
    stage.effort += size / 32; /* of ranges: a block and a word or two take as long */
    if (racy(address, size)) {
        access_visibly(address, (uint32_t)size, write, pc, cfa);
        return;
    }
    if (write && self->seen_count && !spin_local(self, address, cfa))
        spin_forget(self);
    race_access(address, size, write, false, pc);
    if (stage.trace && !stage.machine)
        record_access(address, (uint32_t)size, write, false, pc);
}

__attribute__((noinline)) static void access_anyhow(uintptr_t address, size_t size, bool write,
                                                    const void *pc, uintptr_t cfa)
{
    judge(address, size, write, pc, cfa);
    if (!heap_allows(address, size) && stage.self)
        outside_heap(address, size, pc);
}

/* Somebody wants to know of every access, or must not be asked about races. */
static inline bool is_watched(const struct thread *self, bool write)
{
    bool by_spin = write ? (spin_looks != 0) | (self->seen_count != 0) : spin_collecting;
    return stage.machine | self->in_lane | (stage.regions == 0) | (stage.trace != NULL) | by_spin;
}

/* Nearly all accesses of a long execution do again what was done before. */
static inline __attribute__((always_inline)) void
access_plain(uintptr_t address, size_t size, bool write, const void *pc, uintptr_t cfa)
{
    struct thread *self = stage.self;
    if (!self)
        return;
    if (is_watched(self, write) || racy(address, size) || !heap_allows(address, size) ||
        !race_repeats(address, size, write, pc)) {
        access_anyhow(address, size, write, pc, cfa);
        return;
    }
    stage.steps++;
    if (write)
        self->last_progress = stage.steps;
}

/* A frame so large that it reaches over the guard page. */
static _Noreturn void beyond_stack(const void *pc)
{
    stage.signal = SIGSEGV;
    stage.message_pc = pc;
    stage_end(END_CRASH, "%s", STACK_FAULT);
}

/* A local array that is as large as a stack may be used before a basic block begins. */
static inline void check_stack(size_t size, const void *pc)
{
    const struct thread *self = stage.self;
    if (size < STACK_BYTES / 4 || !self)
        return;
    if ((uintptr_t)__builtin_frame_address(0) - self->fiber.low > STACK_BYTES)
        beyond_stack(pc);
}

void memory_read(const void *address, size_t size, const void *pc, uintptr_t cfa)
{
    check_stack(size, pc);
    if (size)
        access_plain((uintptr_t)address, size, false, pc, cfa);
}

void memory_write(const void *address, size_t size, const void *pc, uintptr_t cfa)
{
    check_stack(size, pc);
    if (size)
        access_plain((uintptr_t)address, size, true, pc, cfa);
}

void memory_shared_call(const void *object, const void *pc, uintptr_t cfa)
{
    if (stage.self)
        spin_plain_write();
    if (!stage.self || (stage.regions == 0 && !stage.policy->every_step))
        return;
    struct step step = {.kind = STEP_GRAB,
                        .writes = true,
                        .size = 1,
                        .object = (uintptr_t)object,
                        .pc = pc,
                        .cfa = cfa};
    stand(&step);
    spin_forget(stage.self);
    record_label(NULL, pc);
}

#define PLAIN(bytes)                                                                               \
    ABI void __tsan_read##bytes(void *address);                                                    \
    ABI void __tsan_read##bytes(void *address)                                                     \
    {                                                                                              \
        access_plain((uintptr_t)address, bytes, false, CALLER_PC, CALLER_CFA);                     \
    }                                                                                              \
    ABI void __tsan_write##bytes(void *address);                                                   \
    ABI void __tsan_write##bytes(void *address)                                                    \
    {                                                                                              \
        access_plain((uintptr_t)address, bytes, true, CALLER_PC, CALLER_CFA);                      \
    }                                                                                              \
    ABI void __tsan_unaligned_read##bytes(void *address);                                          \
    ABI void __tsan_unaligned_read##bytes(void *address)                                           \
    {                                                                                              \
        access_plain((uintptr_t)address, bytes, false, CALLER_PC, CALLER_CFA);                     \
    }                                                                                              \
    ABI void __tsan_unaligned_write##bytes(void *address);                                         \
    ABI void __tsan_unaligned_write##bytes(void *address)                                          \
    {                                                                                              \
        access_plain((uintptr_t)address, bytes, true, CALLER_PC, CALLER_CFA);                      \
    }

PLAIN(1)
PLAIN(2)
PLAIN(4)
PLAIN(8)
PLAIN(16)

ABI void __tsan_read_range(void *address, size_t size);
ABI void __tsan_read_range(void *address, size_t size)
{
    memory_read(address, size, CALLER_PC, CALLER_CFA);
}

ABI void __tsan_write_range(void *address, size_t size);
ABI void __tsan_write_range(void *address, size_t size)
{
    memory_write(address, size, CALLER_PC, CALLER_CFA);
}

ABI void __tsan_func_entry(void *caller);
ABI void __tsan_func_entry(void *caller)
{
    if (stage.self && stage.self->in_lane)
        lanes_call(caller);
}

ABI void __tsan_func_exit(void);
ABI void __tsan_func_exit(void)
{
    const struct thread *self = stage.self;
    if (!self)
        return;
    if (self->in_lane)
        lanes_return();
    if (stage.trace)
        record_settle(); /* what was written may lie in the frame that ends */
    if (self->lends && CALLER_FRAME >= self->lends)
        frame_ends(CALLER_CFA, CALLER_FRAME, CALLER_PC);
}

/* Every basic block. */
ABI void __sanitizer_cov_trace_pc(void);
ABI void __sanitizer_cov_trace_pc(void)
{
    struct thread *self = stage.self;
    if (!self)
        return;
    if (++stage.steps > stage.max_steps)
        stage_tick_overflow();
    if (CALLER_CFA - self->fiber.low > STACK_BYTES)
        beyond_stack(CALLER_PC);
    if (stage.machine)
        cost_plain();
    if (stage.steps - self->last_progress > SPIN_LOOK)
        spin_plain_block(CALLER_CFA, CALLER_PC);
}
