/* libc_time.c - time is virtual, and sleeping takes none of ours. */
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "interleave/cost.h"
#include "interleave/libc_own.h"

#define EPOCH 1700000000 /* an arbitrary beginning */

/* Outside the machine each look moves the clock a little, so that a loop that
 * waits for time to pass ends. */
static uint64_t now(void)
{
    if (!stage.machine)
        stage.self->clock += 1000;
    return stage.self->clock;
}

ABI time_t __wrap_time(time_t *out)
{
    time_t value = (time_t)(EPOCH + now() / 1000000000);
    if (out)
        *out = value;
    return value;
}

ABI clock_t __wrap_clock(void) { return (clock_t)(now() / 1000); }

ABI int __wrap_clock_gettime(clockid_t clock, struct timespec *out)
{
    uint64_t at = now();
    *out =
        (struct timespec){.tv_sec = (time_t)(at / 1000000000), .tv_nsec = (long)(at % 1000000000)};
    if (clock == CLOCK_REALTIME)
        out->tv_sec += EPOCH;
    return 0;
}

ABI int __wrap_gettimeofday(struct timeval *out, void *zone)
{
    uint64_t at = now();
    (void)zone;
    *out = (struct timeval){.tv_sec = (time_t)(EPOCH + at / 1000000000),
                            .tv_usec = (suseconds_t)(at / 1000 % 1000000)};
    return 0;
}

ABI int __wrap_nanosleep(const struct timespec *length, struct timespec *rest)
{
    (void)rest;
    cost_pause((uint64_t)length->tv_sec * 1000000000 + (uint64_t)length->tv_nsec);
    return 0;
}

ABI int __wrap_usleep(useconds_t length)
{
    cost_pause((uint64_t)length * 1000);
    return 0;
}

ABI unsigned __wrap_sleep(unsigned length)
{
    cost_pause((uint64_t)length * 1000000000);
    return 0;
}

ABI int __wrap_sched_yield(void) { return 0; }
