/* libc_system.c - the machine that a program believes to run on: the same on
 * every machine. */
#include <omp.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "interleave/bounds.h"
#include "interleave/libc_own.h"
#include "interleave/race.h"
#include "interleave/task.h"

#define FIRST_THREAD 1000 /* number of the first thread: that of the process */

/* ---- cores ------------------------------------------------------------------------ */

ABI long __wrap_sysconf(int name)
{
    return name == _SC_NPROCESSORS_CONF || name == _SC_NPROCESSORS_ONLN ? omp_get_num_procs()
                                                                        : sysconf(name);
}

ABI int __wrap_get_nprocs(void) { return omp_get_num_procs(); }
ALSO(get_nprocs_conf, get_nprocs)

ABI int __wrap_sched_getcpu(void)
{
    const struct thread *self = stage.self;
    task_asks_who();
    return self->core >= 0 ? self->core : self->tls_slot % omp_get_num_procs();
}

static void all_cores(cpu_set_t *set, size_t size, const void *pc, uintptr_t cfa)
{
    memory_write(set, size, pc, cfa);
    memset(set, 0, size);
    for (int i = 0; i < omp_get_num_procs(); i++)
        CPU_SET_S((size_t)i, size, set);
}

ABI int __wrap_sched_getaffinity(pid_t process, size_t size, cpu_set_t *set)
{
    (void)process;
    all_cores(set, size, CALLER_PC, CALLER_CFA);
    return 0;
}
ALSO(pthread_getaffinity_np, sched_getaffinity)

ABI int __wrap_sched_setaffinity(pid_t process, size_t size, const cpu_set_t *set)
{
    (void)process;
    READ(set, size);
    return 0;
}
ALSO(pthread_setaffinity_np, sched_setaffinity)

/* ---- names and numbers ------------------------------------------------------------------ */

CALL(int, uname, (struct utsname * out), (out), WRITE(out, sizeof *out))

ABI size_t __wrap_confstr(int name, char *to, size_t room)
{
    size_t size = confstr(name, to, room);
    WRITE(to, size < room ? size : room);
    return size;
}

ABI pid_t __wrap_gettid(void)
{
    task_asks_who();
    return FIRST_THREAD + stage.self->tls_slot;
}

ABI long __wrap_syscall(long number, ...)
{
    if (number == SYS_gettid) {
        task_asks_who();
        return FIRST_THREAD + stage.self->tls_slot;
    }
    if (number == SYS_getpid)
        return FIRST_THREAD;
    libc_refuse(CALLER_PC, "syscall", "what the kernel does by its number");
}

ABI int __wrap_gethostname(char *name, size_t room)
{
    WRITE(name, room < 10 ? room : 10);
    snprintf(name, room, "localhost");
    return 0;
}

ABI int __wrap_getrlimit(int resource, struct rlimit *out)
{
    rlim_t most = resource == RLIMIT_STACK ? STACK_BYTES : RLIM_INFINITY;
    WRITE(out, sizeof *out);
    *out = (struct rlimit){most, RLIM_INFINITY};
    return 0;
}

ABI int __wrap_setrlimit(int resource, const struct rlimit *limit)
{
    (void)resource;
    READ(limit, sizeof *limit);
    return 0;
}
