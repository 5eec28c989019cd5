/* exclusion.h - critical sections and locks, as others need to know them. */
#ifndef INTERLEAVE_EXCLUSION_H
#define INTERLEAVE_EXCLUSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/objects.h"

/* What a learner calls the lock at address: "critical (seats)", "the lock
 * shows[1].lock", "the critical section", "a lock". */
void lock_name(uintptr_t address, char *name, size_t room);

/* The variable at address by its author's name, watched names first
 * (interleave_watch), then DWARF with the frames of the running threads. */
bool variable_name(uintptr_t address, size_t size, char *name, size_t room);

/* Takes the lock of tasks that exclude each other: it is the running thread's
 * until depend.c lets it go. False: given up while it waited. */
bool exclusion_of_tasks(uintptr_t address, const void *pc, const bool *given_up);

/* ---- mutexes beside OpenMP's locks (libc_locks.c): always prepared ------------ */

void mutex_lock(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa);
bool mutex_try(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa);
/* False when the running thread does not hold it. */
bool mutex_unlock(void *mutex, enum lock_kind kind, const void *pc, uintptr_t cfa);
bool mutex_is_mine(const void *mutex);
bool mutex_is_held(const void *mutex);

/* True, with a sentence, when a lock is held though the execution is over. */
bool exclusion_leak(char *text, size_t room);

#endif
