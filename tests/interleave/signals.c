#include "interleave/signals.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

#include "interleave/blame.h"
#include "interleave/bounds.h"
#include "interleave/heap.h"
#include "interleave/libc.h"
#include "interleave/schedule.h"

/* Seconds of processor time without a basic block: a loop that no hook sees. */
#define HOOKLESS_SECONDS 2

void (*signals_outside)(void);

static _Noreturn void host_crashed(void)
{
    static const char text[] = "[internal] the runtime itself crashed\n";
    if (signals_outside)
        signals_outside();
    (void)!write(2, text, sizeof text - 1);
    _exit(70);
}

static const char *where(uintptr_t address, bool may_only_read, bool known, bool below_stack)
{
    if (!known) /* no address of this machine at all: the processor does not say which */
        return "an address that belongs to nothing was used";
    if (fiber_guarding(address) >= 0 || below_stack)
        return STACK_FAULT;
    if (address < 65536)
        return heap_refused ? "a NULL pointer was used, and malloc() had no memory left to give"
                            : "a NULL pointer was used";
    if (heap_holds(address))
        return "an address beside the allocated memory was used";
    if (may_only_read)
        return "memory that may only be read was written: a text in quotes, a constant";
    return "an address that belongs to nothing was used";
}

/* Looks for the line only where it will be shown. */
static void blame_at(const ucontext_t *at)
{
    const char *pc = (const char *)at->uc_mcontext.gregs[REG_RIP] + 1;
    bool shown = stage.trace || stage.explain;
    stage.message_pc = shown ? blame(pc, (uintptr_t)at->uc_mcontext.gregs[REG_RSP]) : pc;
}

static void crashed(int signal, siginfo_t *info, void *context)
{
    struct thread *self = stage.self;
    const ucontext_t *at = context;
    if (!self || stage_is_host((uintptr_t)at->uc_mcontext.gregs[REG_RSP]))
        host_crashed();
    stage.signal = signal;
    stage.fault_address = signal == SIGSEGV || signal == SIGBUS ? (uintptr_t)info->si_addr : 0;
    bool freeing = libc_frees;
    libc_frees = false;
    bool wrote = at->uc_mcontext.gregs[REG_ERR] & 2;
    blame_at(at);
    switch (signal) {
    case SIGSEGV:
    case SIGBUS:
        stage_end(END_CRASH, "%s",
                  where(stage.fault_address, wrote && info->si_code == SEGV_ACCERR,
                        info->si_code != SI_KERNEL,
                        (uintptr_t)at->uc_mcontext.gregs[REG_RSP] - self->fiber.low > STACK_BYTES));
    case SIGFPE:
        stage_end(END_CRASH, "an integer was divided by zero");
    case SIGABRT:
        stage_end(END_CRASH, "%s", freeing ? FREE_FAULT : "abort() was called");
    default:
        stage_end(END_CRASH, "an instruction that the processor does not know");
    }
}

static void ticked(int signal, siginfo_t *info, void *context)
{
    static uint64_t last_steps, last_execution, last_resumed;
    static int idle;
    (void)signal;
    (void)info;
    bool moved = stage.steps != last_steps || stage.execution != last_execution ||
                 stage.resumed != last_resumed;
    last_steps = stage.steps;
    last_execution = stage.execution;
    last_resumed = stage.resumed;
    idle = moved || !stage.self ? 0 : idle + 1;
    if (idle >= HOOKLESS_SECONDS) {
        idle = 0;
        stage.effort += MAX_SEARCH_STEPS; /* once is enough: each time takes seconds */
        blame_at(context);
        stage_end(END_ENDLESS, "a loop without a body never ends, or a library call never returns");
    }
}

static void start_timer(void)
{
    struct itimerval every = {{1, 0}, {1, 0}};
    setitimer(ITIMER_VIRTUAL, &every, NULL);
}

void signals_forked(void) { start_timer(); }

void signals_install(void)
{
    static bool installed;
    static char stack[65536];
    if (installed)
        return;
    installed = true;
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_sigaction = crashed,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
    struct sigaction tick = {.sa_sigaction = ticked,
                             .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESTART};
    sigaction(SIGVTALRM, &tick, NULL);
    start_timer();
}
