/* sandbox.h - what the child gives up before it runs learner's code.
 *
 * Two steps, for the submission is loaded between them: first the process's
 * limits and descriptors, then the system calls. A wall clock is the parent's.
 */
#ifndef CHECK_SANDBOX_H
#define CHECK_SANDBOX_H

/* Guards far above any honest run; what they cut is explained, never counted
 * as wrong. */
enum {
    GUARD_CPU = 60,          /* seconds of computing of one child */
    GUARD_WALL = 60,         /* seconds until a reply */
    GUARD_MEMORY_MIB = 32768 /* address space: the runtime reserves far more than it uses */
};

/* Keeps `report` and nothing else (0, 1 and 2 are /dev/null); returns its new
 * number, or -1. */
int sandbox_limits(int report);

/* No opening, starting, connecting or killing from here on: such calls fail
 * with EPERM. Returns 0, or -1 when the kernel has no filters. */
int sandbox_close(void);

#endif
