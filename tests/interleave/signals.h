/* signals.h - crashes of the program, caught with their schedule. */
#ifndef INTERLEAVE_SIGNALS_H
#define INTERLEAVE_SIGNALS_H

/* Catches SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT on a stack of their own,
 * and SIGVTALRM for a loop without hooks. Once. */
void signals_install(void);

/* In the copy that fork() made, which has no timer of its own yet. */
void signals_forked(void);

/* Called for a crash while no thread of the program runs: whoever reads what
 * the program left in memory may know what to say. NULL: the runtime's fault. */
extern void (*signals_outside)(void);

#endif
