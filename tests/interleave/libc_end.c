/* libc_end.c - the end of the program, its signals, and jumps. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "interleave/libc_own.h"
#include "interleave/start.h"
#include "interleave/team.h"

#define PID 1000 /* the program's, as it believes */

/* ---- exit ----------------------------------------------------------------------- */

static int keep(void (*handler)(void), void (**list)(void), int *count)
{
    if (*count == MAX_HANDLERS)
        return -1;
    list[(*count)++] = handler;
    return 0;
}

ABI int __wrap_atexit(void (*handler)(void))
{
    SHARED(&libc_own()->handlers);
    return keep(handler, libc_own()->handler, &libc_own()->handlers);
}

ABI int __wrap_at_quick_exit(void (*handler)(void))
{
    SHARED(&libc_own()->quicks);
    return keep(handler, libc_own()->quick, &libc_own()->quicks);
}

ABI int __wrap_on_exit(void (*handler)(int, void *), void *argument)
{
    (void)handler;
    (void)argument;
    libc_refuse(CALLER_PC, "on_exit", "it is no part of C: atexit() is, and");
}

/* The host's exit, reached while the program runs: it was not the program's own call. */
static void ended_within(int status, void *unused)
{
    (void)status;
    (void)unused;
    if (!stage.self)
        return;
    end_watch(); /* it is called once, and executions are many */
    stage_end(END_UNSUPPORTED, "a function of libc ended the program, as argp_parse and its "
                               "like do: that cannot be followed here; call exit() instead");
}

void end_watch(void) { on_exit(ended_within, NULL); }

static _Noreturn void leave(int status, const void *pc, uintptr_t cfa)
{
    stand_before_exit(pc, cfa);
    stage.exit_status = status & 255;
    stage_end(END_RETURNED, "%s", "");
}

ABI _Noreturn void __wrap_exit(int status)
{
    stand_before_exit(CALLER_PC, CALLER_CFA);
    team_settle();
    while (libc_seen()->handlers > 0)
        libc_own()->handler[--libc_own()->handlers]();
    start_undo();
    stage.exit_status = status & 255;
    stage_end(END_RETURNED, "%s", "");
}

ABI _Noreturn void __wrap_quick_exit(int status)
{
    while (libc_seen()->quicks > 0)
        libc_own()->quick[--libc_own()->quicks]();
    leave(status, CALLER_PC, CALLER_CFA);
}

ABI _Noreturn void __wrap__exit(int status) { leave(status, CALLER_PC, CALLER_CFA); }
ALSO(_Exit, _exit)

static _Noreturn void aborted(const void *pc, const char *why)
{
    void (*handler)(int) = libc_own()->on_signal[SIGABRT];
    if (handler && handler != SIG_IGN) {
        libc_own()->on_signal[SIGABRT] = NULL;
        handler(SIGABRT);
    }
    stage.signal = SIGABRT;
    libc_crash(pc, "%s", why);
}

ABI _Noreturn void __wrap_abort(void) { aborted(CALLER_PC, "abort() was called"); }

static _Noreturn void assertion_failed(const char *assertion, unsigned line, const void *pc)
{
    char text[400];
    snprintf(text, sizeof text, "the assertion in line %u failed: %s", line, assertion);
    aborted(pc, text);
}

ABI _Noreturn void __wrap___assert_fail(const char *assertion, const char *file, unsigned line,
                                        const char *function)
{
    (void)file;
    (void)function;
    assertion_failed(assertion, line, CALLER_PC);
}

ABI _Noreturn void __wrap___assert(const char *assertion, const char *file, int line)
{
    (void)file;
    assertion_failed(assertion, (unsigned)line, CALLER_PC);
}

ABI _Noreturn void __wrap___assert_perror_fail(int number, const char *file, unsigned line,
                                               const char *function)
{
    (void)file;
    (void)function;
    assertion_failed(strerrordesc_np(number) ? strerrordesc_np(number) : "an error", line,
                     CALLER_PC);
}

/* ---- signals: those that the program sends itself ------------------------------------ */

typedef void handler(int);

static bool exists(int number)
{
    if (number > 0 && number < MAX_SIGNALS)
        return true;
    errno = EINVAL;
    return false;
}

ABI handler *__wrap_signal(int number, handler *fresh)
{
    if (!exists(number))
        return SIG_ERR;
    SHARED(&libc_own()->on_signal[number]);
    handler *old = libc_own()->on_signal[number];
    libc_own()->on_signal[number] = fresh;
    return old;
}
ALSO(__sysv_signal, signal)

ABI int __wrap_sigaction(int number, const struct sigaction *fresh, struct sigaction *old)
{
    if (!exists(number))
        return -1;
    SHARED(&libc_own()->on_signal[number]);
    if (old) {
        WRITE(old, sizeof *old);
        *old = (struct sigaction){.sa_handler = libc_own()->on_signal[number]};
    }
    if (fresh) {
        READ(fresh, sizeof *fresh);
        if (fresh->sa_flags & SA_SIGINFO)
            libc_refuse(CALLER_PC, "sigaction", "a handler that wants to know more (SA_SIGINFO)");
        libc_own()->on_signal[number] = fresh->sa_handler;
    }
    return 0;
}

static int deliver(int number, const void *pc)
{
    handler *own = libc_own()->on_signal[number];
    bool harmless = number == SIGCHLD || number == SIGURG || number == SIGWINCH ||
                    number == SIGCONT || own == SIG_IGN;
    if (own != SIG_DFL && own != SIG_IGN) {
        own(number);
        return 0;
    }
    if (harmless)
        return 0;
    stage.signal = number;
    libc_crash(pc, "the program sent itself the signal SIG%s", sigabbrev_np(number));
}

ABI int __wrap_raise(int number) { return exists(number) ? deliver(number, CALLER_PC) : -1; }

ABI int __wrap_kill(pid_t process, int number)
{
    if (process != PID && process != 0)
        libc_refuse(CALLER_PC, "kill", "another process");
    if (number == 0)
        return 0;
    return exists(number) ? deliver(number, CALLER_PC) : -1;
}

ABI int __wrap_sigprocmask(int how, const sigset_t *set, sigset_t *old)
{
    (void)how;
    (void)set;
    if (old)
        sigemptyset(old);
    return 0;
}
ALSO(pthread_sigmask, sigprocmask)

/* Nothing outside sends signals: time is virtual. */
ABI unsigned __wrap_alarm(unsigned seconds) { return (void)seconds, 0; }

ABI int __wrap_setitimer(int which, const void *value, void *old)
{
    return (void)which, (void)value, (void)old, 0;
}

ABI pid_t __wrap_getpid(void) { return PID; }
ABI pid_t __wrap_getppid(void) { return 1; }

/* ---- jumps ---------------------------------------------------------------------------------- */

/* The stack pointer that setjmp kept: libc hides it with a secret of the process. */
static uintptr_t kept_sp(const struct __jmp_buf_tag *kept)
{
    uintptr_t value = (uintptr_t)kept->__jmpbuf[6], secret;
    __asm__("movq %%fs:0x30, %0" : "=r"(secret));
    return (value >> 17 | value << 47) ^ secret;
}

static _Noreturn void jump(struct __jmp_buf_tag *kept, int value, const void *pc, uintptr_t cfa)
{
    const struct thread *self = stage.self;
    uintptr_t sp = kept_sp(kept);
    if (sp < self->fiber.low || sp >= self->fiber.high)
        libc_crash(pc, "longjmp to a place where setjmp was never called, or by another thread");
    if (sp < cfa)
        libc_crash(pc, "longjmp into a function that has returned already");
    for (const struct team *team = self->team; team && team->parent; team = team->parent)
        if (team->master == self && team->floor && sp > team->floor)
            libc_crash(pc, "longjmp out of a parallel region, which has to end first");
    longjmp(kept, value);
}

ABI _Noreturn void __wrap_longjmp(struct __jmp_buf_tag kept[1], int value)
{
    READ(kept, sizeof *kept);
    jump(kept, value, CALLER_PC, CALLER_CFA);
}
ALSO(_longjmp, longjmp)
ALSO(siglongjmp, longjmp)
