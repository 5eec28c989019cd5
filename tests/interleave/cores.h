/* cores.h - the cores of the virtual machine, and who is on them. */
#ifndef INTERLEAVE_CORES_H
#define INTERLEAVE_CORES_H

#include <stdint.h>

#include "interleave/schedule.h"

struct virtual_machine {
    int cores;
    uint64_t free_at[MAX_THREADS]; /* of a core without a thread */
    int holder[MAX_THREADS];       /* slot of its thread, -1 none */
    int held_before[MAX_THREADS];  /* the thread before: whose threadprivate block it has */
    int last_bar[MAX_THREADS];     /* event of its last bar, plus one; 0 none */
    uint64_t busy[MAX_THREADS], waiting[MAX_THREADS];
    uint64_t work, lock_waiting;
    uint64_t lock_span; /* longest chain of holders of one lock */
    uint64_t horizon;   /* from then on another thread than the running one may go */
};

extern struct virtual_machine machine;

/* So many cores, all free. */
void cores_begin(int cores);

/* The thread whose step comes earliest goes; one without a core takes the one
 * that is free first. */
int cores_choose(struct policy *policy, uint64_t enabled, int last);

/* A thread may go on from then on. */
static inline void cores_ready(uint64_t at)
{
    if (at < machine.horizon)
        machine.horizon = at;
}

/* Lets threads that are behind the running one come up, when they are so by
 * more than that. */
void cores_wait_behind(uint64_t by);

/* Its turn on its core is over. */
void leave_core(struct thread *thread);

/* What the thread did since its last bar is a bar of the Gantt chart; it waited
 * on its core until then. */
void draw_bar(struct thread *thread, int64_t units);
void draw_wait(const struct thread *thread, uint64_t until);

#endif
