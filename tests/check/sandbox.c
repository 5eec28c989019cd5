/* sandbox.c - what the child gives up before it runs learner's code. */
#include "check/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Away from the small numbers that a guess would try first. */
#define REPORT_FROM 700

static void limit(int resource, rlim_t most) { setrlimit(resource, &(struct rlimit){most, most}); }

int sandbox_limits(int report)
{
    int null = open("/dev/null", O_RDWR);
    int kept = fcntl(report, F_DUPFD, REPORT_FROM);
    if (null < 0 || kept < 0)
        return -1;
    for (int i = 0; i <= 2; i++)
        dup2(null, i);
    close_range(3, (unsigned)kept - 1, 0);
    close_range((unsigned)kept + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    setrlimit(RLIMIT_CPU, &(struct rlimit){GUARD_CPU, GUARD_CPU + 5}); /* a signal that says so */
    limit(RLIMIT_AS, (rlim_t)GUARD_MEMORY_MIB << 20);
    limit(RLIMIT_FSIZE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return kept;
}

/* What the runtime needs: memory, its signals and timers, the report. */
static const int allowed[] = {
    SCMP_SYS(read),         SCMP_SYS(write),
    SCMP_SYS(writev),       SCMP_SYS(close),
    SCMP_SYS(fstat),        SCMP_SYS(newfstatat),
    SCMP_SYS(lseek),        SCMP_SYS(pread64),
    SCMP_SYS(mmap),         SCMP_SYS(munmap),
    SCMP_SYS(mprotect),     SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(brk),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(setitimer),    SCMP_SYS(getitimer),
    SCMP_SYS(timer_create), SCMP_SYS(timer_settime),
    SCMP_SYS(timer_delete), SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(getrusage),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(futex),        SCMP_SYS(sched_yield),
    SCMP_SYS(getrandom),    SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(restart_syscall),
    SCMP_SYS(poll),
};

int sandbox_close(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return -1;
    int failed = 0;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
    /* abort() sends a signal to itself; to nobody else */
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                               SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
    if (!failed)
        failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed ? -1 : 0;
}
