/* exclusion.c - critical sections, locks and nest locks.
 *
 * To enter is a visible step that is enabled while the lock is free. To leave
 * is one only for locks that somebody tries with omp_test_lock: there, whether
 * the lock is free at that moment can be seen.
 */
#include "interleave/exclusion.h"

#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/interleave.h"
#include "interleave/lanes.h"
#include "interleave/objects.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/spin.h"
#include "interleave/team.h"
#include "interleave/task.h"

static struct step step_on(enum step_kind kind, struct object *object, const void *pc,
                           uintptr_t cfa)
{
    return (struct step){.kind = kind,
                         .writes = true,
                         .size = 1,
                         .object = object->address,
                         .pc = pc,
                         .cfa = cfa,
                         .lock = &object->lock};
}

static void record_step(enum event_kind kind, uintptr_t address, const void *pc)
{
    struct event *event = record(kind, pc);
    if (!event)
        return;
    event->object = address;
    event->visible = kind != EVENT_RELEASE;
    char name[80];
    lock_name(address, name, sizeof name);
    if (strncmp(name, "critical (", 10) == 0 && !event->name)
        event->name = trace_keep(stage.trace, name);
}

static void take(struct object *object, const void *pc)
{
    struct lock *lock = &object->lock;
    struct thread *self = stage.self;
    cost_lock(lock);
    lock->owner = self;
    lock->holder = self->implicit->task;
    lock->depth++;
    lock->taken_at = pc;
    if (self->in_lane)
        lanes_lock(1);
    object_acquire(object);
    spin_forget(self);
    spin_written(object->address, 1);
    record_step(EVENT_ACQUIRE, object->address, pc);
}

/* A nest lock belongs to a task (OpenMP 5.0, 3.3): on one thread, the task of an
 * inner region does not hold what that of the outer one took. */
static bool holds(const struct lock *lock)
{
    return lock->owner == stage.self && lock->holder == stage.self->implicit->task;
}

static void acquire(uintptr_t address, enum lock_kind kind, const void *pc, uintptr_t cfa)
{
    struct object *object = object_at(address);
    object->lock.kind = kind;
    struct step step = step_on(STEP_ACQUIRE, object, pc, cfa);
    if (kind != LOCK_NEST || !holds(&object->lock))
        stand(&step); /* a nest lock that it holds already is no choice */
    take(object, pc);
}

static void give_back(struct object *object, const void *pc, uintptr_t cfa)
{
    struct lock *lock = &object->lock;
    if (racy(object->address, 1)) {
        struct step step = step_on(STEP_RELEASE, object, pc, cfa);
        stand(&step);
    }
    object_release(object);
    if (stage.self->in_lane)
        lanes_lock(-1);
    cost_unlock(lock);
    if (--lock->depth == 0)
        lock->owner = NULL;
    spin_forget(stage.self);
    spin_written(object->address, 1);
    record_step(EVENT_RELEASE, object->address, pc);
}

/* ---- critical ----------------------------------------------------------------- */

static char unnamed_critical, atomic_lock;

static void leave(uintptr_t address, const void *pc, uintptr_t cfa)
{
    give_back(object_at(address), pc, cfa);
}

ABI void GOMP_critical_start(void);
ABI void GOMP_critical_start(void)
{
    acquire((uintptr_t)&unnamed_critical, LOCK_CRITICAL, CALLER_PC, CALLER_CFA);
}

ABI void GOMP_critical_end(void);
ABI void GOMP_critical_end(void) { leave((uintptr_t)&unnamed_critical, CALLER_PC, CALLER_CFA); }

ABI void GOMP_critical_name_start(void **name);
ABI void GOMP_critical_name_start(void **name)
{
    acquire((uintptr_t)name, LOCK_CRITICAL, CALLER_PC, CALLER_CFA);
}

ABI void GOMP_critical_name_end(void **name);
ABI void GOMP_critical_name_end(void **name) { leave((uintptr_t)name, CALLER_PC, CALLER_CFA); }

ABI void GOMP_atomic_start(void);
ABI void GOMP_atomic_start(void)
{
    acquire((uintptr_t)&atomic_lock, LOCK_ATOMIC, CALLER_PC, CALLER_CFA);
}

ABI void GOMP_atomic_end(void);
ABI void GOMP_atomic_end(void) { leave((uintptr_t)&atomic_lock, CALLER_PC, CALLER_CFA); }

bool exclusion_of_tasks(uintptr_t address, const void *pc, const bool *given_up)
{
    struct object *object = object_at(address);
    object->lock.kind = LOCK_TASKS;
    struct step step = step_on(STEP_ACQUIRE, object, pc, 0);
    stand(&step);
    if (!*given_up)
        take(object, pc);
    return !*given_up;
}

/* ---- omp_lock_t, omp_nest_lock_t -------------------------------------------------- */

void lock_name(uintptr_t address, char *name, size_t room)
{
    const char *prefix = ".gomp_critical_user_";
    const char *symbol = place_symbol_at(address);
    char variable[64];
    const struct object *object = object_find(address);
    if (object && object->lock.kind == LOCK_TASKS)
        depend_name(address, name, room);
    else if (address == (uintptr_t)&unnamed_critical)
        snprintf(name, room, "the critical section");
    else if (address == (uintptr_t)&atomic_lock)
        snprintf(name, room, "the atomic section");
    else if (strncmp(symbol, prefix, strlen(prefix)) == 0)
        snprintf(name, room, "critical (%s)", symbol + strlen(prefix));
    else if (variable_name(address, 1, variable, sizeof variable))
        snprintf(name, room, "the lock %s", variable);
    else
        snprintf(name, room, "a lock");
}

static struct object *known_lock(const void *address, const char *function, enum lock_kind kind,
                                 const void *pc)
{
    race_access((uintptr_t)address, 4, false, true, pc);
    struct object *object = object_find((uintptr_t)address);
    if (object && object->lock.initialised && object->lock.kind == kind)
        return object;
    stage.message_pc = pc;
    stage_end(END_CRASH, "%s on a lock that omp_init_%slock has not prepared", function,
              kind == LOCK_NEST ? "nest_" : "");
}

static void init(void *address, enum lock_kind kind, const void *pc)
{
    race_access((uintptr_t)address, 4, true, false, pc);
    struct object *object = object_at((uintptr_t)address);
    object->lock = (struct lock){.kind = kind, .initialised = true, .last_core = -1};
}

static void destroy(void *address, const char *function, enum lock_kind kind, const void *pc)
{
    struct object *object = known_lock(address, function, kind, pc);
    race_access((uintptr_t)address, 4, true, false, pc);
    if (object->lock.owner) {
        stage.message_pc = pc;
        stage_end(END_CRASH, "%s on a lock that thread %d still holds", function,
                  object->lock.owner->number);
    }
    object->lock.initialised = false;
}

static void unset(void *address, const char *function, enum lock_kind kind, const void *pc,
                  uintptr_t cfa)
{
    struct object *object = known_lock(address, function, kind, pc);
    if (object->lock.owner != stage.self) {
        stage.message_pc = pc;
        stage_end(END_CRASH, "%s on a lock that this thread does not hold", function);
    }
    give_back(object, pc, cfa);
}

static int test_object(struct object *object, enum lock_kind kind, const void *pc, uintptr_t cfa)
{
    struct lock *lock = &object->lock;
    if (stage.regions > 0)
        racy_add(object->address, 1);
    struct step step = step_on(STEP_TRY, object, pc, cfa);
    stand(&step);
    if (!lock->owner || (kind == LOCK_NEST && holds(lock))) {
        take(object, pc);
        return lock->depth;
    }
    record_step(EVENT_TRY_FAILED, object->address, pc);
    if (spin_look(stage.self, &step, false))
        block(WAIT_CHANGE, object->address, pc);
    return 0;
}

static int test(void *address, const char *function, enum lock_kind kind, const void *pc,
                uintptr_t cfa)
{
    return test_object(known_lock(address, function, kind, pc), kind, pc, cfa);
}

ABI void omp_init_lock(omp_lock_t *lock) { init(lock, LOCK_PLAIN, CALLER_PC); }

ABI void omp_init_lock_with_hint(omp_lock_t *lock, omp_sync_hint_t hint)
{
    (void)hint;
    init(lock, LOCK_PLAIN, CALLER_PC);
}

ABI void omp_destroy_lock(omp_lock_t *lock)
{
    destroy(lock, "omp_destroy_lock", LOCK_PLAIN, CALLER_PC);
}

ABI void omp_set_lock(omp_lock_t *lock)
{
    struct object *object = known_lock(lock, "omp_set_lock", LOCK_PLAIN, CALLER_PC);
    acquire(object->address, LOCK_PLAIN, CALLER_PC, CALLER_CFA);
}

ABI void omp_unset_lock(omp_lock_t *lock)
{
    unset(lock, "omp_unset_lock", LOCK_PLAIN, CALLER_PC, CALLER_CFA);
}

ABI int omp_test_lock(omp_lock_t *lock)
{
    return test(lock, "omp_test_lock", LOCK_PLAIN, CALLER_PC, CALLER_CFA) != 0;
}

ABI void omp_init_nest_lock(omp_nest_lock_t *lock) { init(lock, LOCK_NEST, CALLER_PC); }

ABI void omp_init_nest_lock_with_hint(omp_nest_lock_t *lock, omp_sync_hint_t hint)
{
    (void)hint;
    init(lock, LOCK_NEST, CALLER_PC);
}

ABI void omp_destroy_nest_lock(omp_nest_lock_t *lock)
{
    destroy(lock, "omp_destroy_nest_lock", LOCK_NEST, CALLER_PC);
}

ABI void omp_set_nest_lock(omp_nest_lock_t *lock)
{
    struct object *object = known_lock(lock, "omp_set_nest_lock", LOCK_NEST, CALLER_PC);
    acquire(object->address, LOCK_NEST, CALLER_PC, CALLER_CFA);
}

ABI void omp_unset_nest_lock(omp_nest_lock_t *lock)
{
    unset(lock, "omp_unset_nest_lock", LOCK_NEST, CALLER_PC, CALLER_CFA);
}

ABI int omp_test_nest_lock(omp_nest_lock_t *lock)
{
    return test(lock, "omp_test_nest_lock", LOCK_NEST, CALLER_PC, CALLER_CFA);
}

/* ---- mutexes ---------------------------------------------------------------------- */

void mutex_lock(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa)
{
    race_access((uintptr_t)mutex, 4, false, true, pc);
    acquire((uintptr_t)mutex, kind, pc, cfa);
}

bool mutex_try(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa)
{
    race_access((uintptr_t)mutex, 4, false, true, pc);
    struct object *object = object_at((uintptr_t)mutex);
    object->lock.kind = kind;
    return test_object(object, kind, pc, cfa) != 0;
}

bool mutex_is_mine(const void *mutex)
{
    const struct object *object = object_find((uintptr_t)mutex);
    return object && object->lock.owner == stage.self;
}

bool mutex_is_held(const void *mutex)
{
    const struct object *object = object_find((uintptr_t)mutex);
    return object && object->lock.owner;
}

bool mutex_unlock(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa)
{
    (void)kind;
    if (!mutex_is_mine(mutex))
        return false;
    leave((uintptr_t)mutex, pc, cfa);
    return true;
}

int interleave_locks_open(void)
{
    struct object **all;
    int count = objects_all(&all), open = 0;
    for (int i = 0; i < count; i++)
        open += all[i]->lock.initialised;
    return open;
}

bool exclusion_leak(char *text, size_t room)
{
    if (stage.regions > 0) /* exit() in a region: what it holds is at an end, too */
        return false;
    struct object **all;
    int count = objects_all(&all);
    for (int i = 0; i < count; i++) {
        if (!all[i]->lock.owner || all[i]->lock.kind == LOCK_TASKS)
            continue; /* a task holds the latter while it runs: exit() may come then */
        char name[80];
        lock_name(all[i]->address, name, sizeof name);
        int line = place_of(all[i]->lock.taken_at).line;
        int size = snprintf(text, room, "%s is still held at the end", name);
        if (line > 0 && (size_t)size < room)
            snprintf(text + size, room - (size_t)size, "; line %d took it", line);
        stage.message_pc = all[i]->lock.taken_at;
        return true;
    }
    return false;
}
