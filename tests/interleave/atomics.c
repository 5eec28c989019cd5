/* atomics.c - C11 and OpenMP atomics, and fences, with their memory orders.
 *
 * Every atomic access is a visible step. What it orders follows C11 5.1.2.4: a
 * release store publishes, an acquire load that reads from it (or from an
 * update that continues it) is after it; a fence lends its order to the relaxed
 * accesses beside it. Values are sequentially consistent.
 */
#include <stdbool.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/objects.h"
#include "interleave/race.h"
#include "interleave/record.h"
#include "interleave/spin.h"

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
__extension__ typedef unsigned __int128 u128;

static bool acquires(int order)
{
    return order == __ATOMIC_ACQUIRE || order == __ATOMIC_CONSUME || order == __ATOMIC_ACQ_REL ||
           order == __ATOMIC_SEQ_CST;
}

static bool releases(int order)
{
    return order == __ATOMIC_RELEASE || order == __ATOMIC_ACQ_REL || order == __ATOMIC_SEQ_CST;
}

static void learn(uintptr_t address, int order)
{
    struct thread *self = stage.self;
    struct object *object = object_find(address);
    if (!object || !object->released)
        return;
    if (acquires(order)) {
        clock_join(&self->order.hb, &object->order->hb);
        return;
    }
    if (!self->loaded)
        clock_clear(&self->pending);
    self->loaded = true;
    clock_join(&self->pending, &object->order->hb);
}

/* A store starts a new release sequence, an update continues the old one. */
static void publish(uintptr_t address, int order, bool update)
{
    struct thread *self = stage.self;
    bool release = releases(order);
    if (!release && !self->fenced) {
        struct object *object = update ? NULL : object_find(address);
        if (object)
            object->released = false;
        return;
    }
    struct object *object = object_at(address);
    order_in(&object->order);
    if (!object->released || !update)
        clock_clear(&object->order->hb);
    clock_join(&object->order->hb, release ? &self->order.hb : &self->fence);
    object->released = true;
    if (release)
        self->order.hb.at[self->strand]++;
}

struct atomic {
    enum step_kind kind;
    uintptr_t address;
    uint32_t size;
    const void *pc;
    uintptr_t cfa;
};

/* Stands before the access. Afterwards the caller reads and writes memory. */
static void before(const struct atomic *a, int order)
{
    if (!stage.self)
        return;
    stage.steps++;
    bool writes = a->kind != STEP_READ;
    struct step step = {.kind = a->kind,
                        .writes = writes,
                        .size = a->size,
                        .object = a->address,
                        .pc = a->pc,
                        .cfa = a->cfa};
    stand(&step);
    record_settle(); /* before memory changes */
    if (order != __ATOMIC_SEQ_CST)
        stage.weak_atomics = true;
    cost_access(a->address, a->size, writes, a->kind == STEP_UPDATE, a->pc);
    if (stage.regions > 0)
        race_access(a->address, a->size, writes, true, a->pc);
    if (a->kind != STEP_WRITE)
        learn(a->address, order);
}

/* The access is done; it changed memory if `wrote`. */
static void after(const struct atomic *a, int order, bool wrote, int64_t old, int64_t new)
{
    if (!stage.self)
        return;
    if (wrote)
        publish(a->address, order, a->kind == STEP_UPDATE);
    static const enum event_kind kinds[] = {EVENT_READ, EVENT_WRITE, EVENT_UPDATE};
    struct event *event =
        record(a->kind == STEP_UPDATE && !wrote ? EVENT_READ : kinds[a->kind], a->pc);
    if (event) {
        event->visible = true;
        event->object = a->address;
        event->size = a->size;
        event->valued = a->size <= 16;
        record_object(event);
        event->before = old;
        event->after = new;
    }
    struct step step = {.object = a->address, .pc = a->pc, .cfa = a->cfa};
    if (wrote) {
        spin_forget(stage.self);
        spin_written(a->address, a->size);
        spin_plain_write();
    } else if (spin_look(stage.self, &step, false)) {
        block(WAIT_CHANGE, a->address, a->pc);
    }
}

#define SIGNED(bits, value)                                                                        \
    ((bits) == 8    ? (int64_t)(int8_t)(value)                                                     \
     : (bits) == 16 ? (int64_t)(int16_t)(value)                                                    \
     : (bits) == 32 ? (int64_t)(int32_t)(value)                                                    \
                    : (int64_t)(value))

#define START(step, bits)                                                                          \
    struct atomic atomic = {step, (uintptr_t)address, (bits) / 8, CALLER_PC, CALLER_CFA};          \
    before(&atomic, order)

/* gcc makes `atomic *=`, updates of doubles and many reductions of a load and
 * an exchange that is tried until it succeeds. To the program that is one step.
 * Which loads begin such an update is learnt when the exchange follows, like a
 * racy word, and the search starts again. */
static bool begins_update(const void *pc) { return stage.self && racy((uintptr_t)pc << 3, 1); }

static void note_load(uintptr_t address, const void *pc, bool fused)
{
    struct thread *self = stage.self;
    if (!self)
        return;
    self->load = address;
    self->load_pc = pc;
    self->fused = fused;
}

static const void *place_of_update(const void *load)
{
    const void *exchange = update_of_load(load);
    return exchange ? exchange : load;
}

/* True when the exchange ends an update whose load has done the standing. */
static bool ends_update(uintptr_t address, const void *pc)
{
    struct thread *self = stage.self;
    if (!self || self->load != address)
        return false;
    bool fused = self->fused;
    self->fused = false;
    if (!fused && stage.regions > 0)
        racy_add((uintptr_t)self->load_pc << 3, 1), update_learn(self->load_pc, pc);
    return fused;
}

#define LOAD_STORE(bits, type)                                                                     \
    ABI type __tsan_atomic##bits##_load(const volatile type *address, int order);                  \
    ABI type __tsan_atomic##bits##_load(const volatile type *address, int order)                   \
    {                                                                                              \
        bool fused = begins_update(CALLER_PC);                                                     \
        struct atomic atomic = {fused ? STEP_UPDATE : STEP_READ, (uintptr_t)address, (bits) / 8,   \
                                fused ? place_of_update(CALLER_PC) : CALLER_PC, CALLER_CFA};       \
        before(&atomic, order);                                                                    \
        type value = *address;                                                                     \
        if (!fused)                                                                                \
            after(&atomic, order, false, SIGNED(bits, value), SIGNED(bits, value));                \
        note_load((uintptr_t)address, CALLER_PC, fused);                                           \
        return value;                                                                              \
    }                                                                                              \
    ABI void __tsan_atomic##bits##_store(volatile type *address, type value, int order);           \
    ABI void __tsan_atomic##bits##_store(volatile type *address, type value, int order)            \
    {                                                                                              \
        START(STEP_WRITE, bits);                                                                   \
        type old = *address;                                                                       \
        *address = value;                                                                          \
        after(&atomic, order, true, SIGNED(bits, old), SIGNED(bits, value));                       \
    }

#define FETCH(bits, type, name, expression)                                                        \
    ABI type __tsan_atomic##bits##_##name(volatile type *address, type value, int order);          \
    ABI type __tsan_atomic##bits##_##name(volatile type *address, type value, int order)           \
    {                                                                                              \
        START(STEP_UPDATE, bits);                                                                  \
        type old = *address;                                                                       \
        *address = (type)(expression);                                                             \
        after(&atomic, order, true, SIGNED(bits, old), SIGNED(bits, *address));                    \
        return old;                                                                                \
    }

/* Compares and exchanges, for the program's instruction at pc. */
#define EXCHANGE_AT(bits, type)                                                                    \
    static int exchange_at_##bits(volatile type *address, type *expected, type desired, int order, \
                                  int failing, const void *pc, uintptr_t cfa)                      \
    {                                                                                              \
        struct atomic atomic = {STEP_UPDATE, (uintptr_t)address, (bits) / 8, pc, cfa};             \
        before(&atomic, order);                                                                    \
        type old = *address;                                                                       \
        bool same = old == *expected;                                                              \
        if (same)                                                                                  \
            *address = desired;                                                                    \
        else                                                                                       \
            *expected = old;                                                                       \
        after(&atomic, same ? order : failing, same, SIGNED(bits, old), SIGNED(bits, *address));   \
        return same;                                                                               \
    }

#define EXCHANGE(bits, type, name)                                                                 \
    ABI int __tsan_atomic##bits##_compare_exchange_##name(volatile type *address, type *expected,  \
                                                          type desired, int order, int failing);   \
    ABI int __tsan_atomic##bits##_compare_exchange_##name(volatile type *address, type *expected,  \
                                                          type desired, int order, int failing)    \
    {                                                                                              \
        return exchange_at_##bits(address, expected, desired, order, failing, CALLER_PC,           \
                                  CALLER_CFA);                                                     \
    }

#define FAMILY(bits, type)                                                                         \
    LOAD_STORE(bits, type)                                                                         \
    FETCH(bits, type, exchange, value)                                                             \
    FETCH(bits, type, fetch_add, old + value)                                                      \
    FETCH(bits, type, fetch_sub, old - value)                                                      \
    FETCH(bits, type, fetch_and, old &value)                                                       \
    FETCH(bits, type, fetch_or, old | value)                                                       \
    FETCH(bits, type, fetch_xor, old ^ value)                                                      \
    FETCH(bits, type, fetch_nand, ~(old & value))                                                  \
    EXCHANGE_AT(bits, type)                                                                        \
    EXCHANGE(bits, type, strong)                                                                   \
    EXCHANGE(bits, type, weak)

FAMILY(8, u8)
FAMILY(16, u16)
FAMILY(32, u32)
FAMILY(64, u64)
FAMILY(128, u128)

/* The exchange of such an update: five arguments, where gcc's own built-in
 * expects six; hence another name in C. */
#define FIVE(bytes, bits, type)                                                                    \
    ABI bool exchange_##bytes(type *address, type *expected, type desired, int order,              \
                              int failing) __asm__("__atomic_compare_exchange_" #bytes);           \
    ABI bool exchange_##bytes(type *address, type *expected, type desired, int order, int failing) \
    {                                                                                              \
        if (!ends_update((uintptr_t)address, CALLER_PC))                                           \
            return exchange_at_##bits(address, expected, desired, order, failing, CALLER_PC,       \
                                      CALLER_CFA) != 0;                                            \
        struct atomic atomic = {STEP_UPDATE, (uintptr_t)address, bytes, CALLER_PC, CALLER_CFA};    \
        type old = *address;                                                                       \
        *address = desired;                                                                        \
        after(&atomic, order, true, SIGNED(bits, old), SIGNED(bits, desired));                     \
        return true;                                                                               \
    }

FIVE(1, 8, u8)
FIVE(2, 16, u16)
FIVE(4, 32, u32)
FIVE(8, 64, u64)
FIVE(16, 128, u128)

/* ---- objects of any size: one step each, as a lock of libatomic would make it ---- */

static struct atomic sized(enum step_kind kind, size_t size, void *address, const void *pc,
                           uintptr_t cfa)
{
    return (struct atomic){kind, (uintptr_t)address, (uint32_t)size, pc, cfa};
}

/* Its first bytes, for pictures. */
static int64_t start_of(const void *object, size_t size)
{
    int64_t value = 0;
    memcpy(&value, object, size < sizeof value ? size : sizeof value);
    return value;
}

/* gcc has built-ins of these names with other arguments; hence others in C. */
ABI void load_any(size_t size, void *address, void *out, int order) __asm__("__atomic_load");
ABI void load_any(size_t size, void *address, void *out, int order)
{
    struct atomic atomic = sized(STEP_READ, size, address, CALLER_PC, CALLER_CFA);
    before(&atomic, order);
    memcpy(out, address, size);
    after(&atomic, order, false, start_of(out, size), start_of(out, size));
}

ABI void store_any(size_t size, void *address, void *value, int order) __asm__("__atomic_store");
ABI void store_any(size_t size, void *address, void *value, int order)
{
    struct atomic atomic = sized(STEP_WRITE, size, address, CALLER_PC, CALLER_CFA);
    before(&atomic, order);
    int64_t old = start_of(address, size);
    memcpy(address, value, size);
    after(&atomic, order, true, old, start_of(address, size));
}

ABI void exchange_any(size_t size, void *address, void *value, void *out,
                      int order) __asm__("__atomic_exchange");
ABI void exchange_any(size_t size, void *address, void *value, void *out, int order)
{
    struct atomic atomic = sized(STEP_UPDATE, size, address, CALLER_PC, CALLER_CFA);
    before(&atomic, order);
    int64_t old = start_of(address, size), new = start_of(value, size);
    for (size_t i = 0; i < size; i++) { /* value and out may be one object */
        char byte = ((char *)value)[i];
        ((char *)out)[i] = ((char *)address)[i];
        ((char *)address)[i] = byte;
    }
    after(&atomic, order, true, old, new);
}

ABI bool compare_any(size_t size, void *address, void *expected, void *desired, int order,
                     int failing) __asm__("__atomic_compare_exchange");
ABI bool compare_any(size_t size, void *address, void *expected, void *desired, int order,
                     int failing)
{
    struct atomic atomic = sized(STEP_UPDATE, size, address, CALLER_PC, CALLER_CFA);
    before(&atomic, order);
    int64_t old = start_of(address, size);
    bool same = memcmp(address, expected, size) == 0;
    memcpy(same ? address : expected, same ? desired : address, size);
    after(&atomic, same ? order : failing, same, old, start_of(address, size));
    return same;
}

ABI bool lock_free_any(size_t size, void *address) __asm__("__atomic_is_lock_free");
ABI bool lock_free_any(size_t size, void *address)
{
    (void)address;
    return size == 1 || size == 2 || size == 4 || size == 8 || size == 16;
}

ABI void __atomic_feraiseexcept(int exceptions);
ABI void __atomic_feraiseexcept(int exceptions) { (void)exceptions; }

ABI void __tsan_atomic_thread_fence(int order);
ABI void __tsan_atomic_thread_fence(int order)
{
    struct thread *self = stage.self;
    if (!self || order == __ATOMIC_RELAXED)
        return;
    if (acquires(order) && self->loaded) {
        clock_join(&self->order.hb, &self->pending);
        self->loaded = false;
    }
    if (releases(order)) {
        clock_copy(&self->fence, &self->order.hb);
        self->fenced = true;
        self->order.hb.at[self->strand]++;
    }
}

ABI void __tsan_atomic_signal_fence(int order);
ABI void __tsan_atomic_signal_fence(int order) { (void)order; }
