/* libc_locks.c - mutexes of <pthread.h> and <threads.h>, as locks.
 *
 * Threads come from OpenMP alone (missing.c refuses the others), but programs
 * use these locks beside it. A static initialiser is enough.
 */
#include <errno.h>
#include <pthread.h>
#include <threads.h>

#include "interleave/exclusion.h"
#include "interleave/libc_own.h"
#include "interleave/race.h"
#include "interleave/task.h"

static int type_of(const pthread_mutex_t *mutex) { return mutex->__data.__kind & 3; }

static enum lock_kind kind_of(const pthread_mutex_t *mutex)
{
    return type_of(mutex) == PTHREAD_MUTEX_RECURSIVE ? LOCK_NEST : LOCK_PLAIN;
}

static int lock(pthread_mutex_t *mutex, const void *pc, uintptr_t cfa)
{
    bool checks = type_of(mutex) == PTHREAD_MUTEX_ERRORCHECK;
    if (checks && mutex_is_mine(mutex))
        return EDEADLK;
    mutex_lock(mutex, kind_of(mutex), pc, cfa);
    return 0;
}

static int unlock(pthread_mutex_t *mutex, const char *function, const void *pc, uintptr_t cfa)
{
    if (mutex_unlock(mutex, kind_of(mutex), pc, cfa))
        return 0;
    if (type_of(mutex) != PTHREAD_MUTEX_ERRORCHECK)
        libc_crash(pc, "%s on a mutex that this thread does not hold", function);
    return EPERM;
}

static int destroy(const void *mutex, const char *function, const void *pc)
{
    race_access((uintptr_t)mutex, 4, true, false, pc);
    if (mutex_is_held(mutex))
        libc_crash(pc, "%s on a mutex that a thread still holds", function);
    return 0;
}

ABI int __wrap_pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes)
{
    race_access((uintptr_t)mutex, 4, true, false, CALLER_PC);
    return pthread_mutex_init(mutex, attributes);
}

ABI int __wrap_pthread_mutex_destroy(pthread_mutex_t *mutex)
{
    return destroy(mutex, "pthread_mutex_destroy", CALLER_PC);
}

ABI int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex)
{
    return lock(mutex, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    return mutex_try(mutex, kind_of(mutex), CALLER_PC, CALLER_CFA) ? 0 : EBUSY;
}

ABI int __wrap_pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    return unlock(mutex, "pthread_mutex_unlock", CALLER_PC, CALLER_CFA);
}

/* ---- spin locks -------------------------------------------------------------------- */

ABI int __wrap_pthread_spin_init(pthread_spinlock_t *spin, int shared)
{
    (void)shared;
    race_access((uintptr_t)spin, 4, true, false, CALLER_PC);
    *spin = 0;
    return 0;
}

ABI int __wrap_pthread_spin_destroy(pthread_spinlock_t *spin)
{
    return destroy((const void *)(uintptr_t)spin, "pthread_spin_destroy", CALLER_PC);
}

ABI int __wrap_pthread_spin_lock(pthread_spinlock_t *spin)
{
    mutex_lock((void *)(uintptr_t)spin, LOCK_PLAIN, CALLER_PC, CALLER_CFA);
    return 0;
}

ABI int __wrap_pthread_spin_trylock(pthread_spinlock_t *spin)
{
    return mutex_try((void *)(uintptr_t)spin, LOCK_PLAIN, CALLER_PC, CALLER_CFA) ? 0 : EBUSY;
}

ABI int __wrap_pthread_spin_unlock(pthread_spinlock_t *spin)
{
    if (!mutex_unlock((void *)(uintptr_t)spin, LOCK_PLAIN, CALLER_PC, CALLER_CFA))
        libc_crash(CALLER_PC, "pthread_spin_unlock on a lock that this thread does not hold");
    return 0;
}

/* ---- <threads.h>: libc's mtx_t is a pthread_mutex_t --------------------------------------- */

static pthread_mutex_t *inside(mtx_t *mutex) { return (pthread_mutex_t *)(void *)mutex; }

ABI int __wrap_mtx_init(mtx_t *mutex, int type)
{
    race_access((uintptr_t)mutex, 4, true, false, CALLER_PC);
    return mtx_init(mutex, type);
}

ABI void __wrap_mtx_destroy(mtx_t *mutex) { destroy(mutex, "mtx_destroy", CALLER_PC); }

ABI int __wrap_mtx_lock(mtx_t *mutex)
{
    return lock(inside(mutex), CALLER_PC, CALLER_CFA) == 0 ? thrd_success : thrd_error;
}

ABI int __wrap_mtx_trylock(mtx_t *mutex)
{
    bool got = mutex_try(mutex, kind_of(inside(mutex)), CALLER_PC, CALLER_CFA);
    return got ? thrd_success : thrd_busy;
}

ABI int __wrap_mtx_unlock(mtx_t *mutex)
{
    return unlock(inside(mutex), "mtx_unlock", CALLER_PC, CALLER_CFA) == 0 ? thrd_success
                                                                           : thrd_error;
}

/* ---- once, and who am I ---------------------------------------------------------------------- */

/* The others wait until the first has finished. */
static void once(int *control, void (*function)(void), const void *pc, uintptr_t cfa)
{
    mutex_lock(control, LOCK_PLAIN, pc, cfa);
    if (*control == 0) {
        *control = 2;
        function();
    }
    mutex_unlock(control, LOCK_PLAIN, pc, cfa);
}

ABI int __wrap_pthread_once(pthread_once_t *control, void (*function)(void))
{
    once(control, function, CALLER_PC, CALLER_CFA);
    return 0;
}

ABI void __wrap_call_once(once_flag *flag, void (*function)(void))
{
    once((int *)(void *)flag, function, CALLER_PC, CALLER_CFA);
}

ABI pthread_t __wrap_pthread_self(void)
{
    task_asks_who();
    return (pthread_t)stage.self->tls_slot + 1;
}
ALSO(thrd_current, pthread_self)
