/* libc_time.c - time is virtual, and sleeping takes none of ours. */
#include <errno.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/time.h>
#include <sys/times.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#include "interleave/cost.h"
#include "interleave/libc_own.h"

#define EPOCH 1700000000 /* an arbitrary beginning */

ABI time_t __wrap_time(time_t *out)
{
    time_t value = (time_t)(EPOCH + cost_now() / 1000000000);
    if (out) {
        WRITE(out, sizeof *out);
        *out = value;
    }
    return value;
}

ABI clock_t __wrap_clock(void) { return (clock_t)(cost_now() / 1000); }

ABI int __wrap_clock_gettime(clockid_t clock, struct timespec *out)
{
    uint64_t at = cost_now();
    WRITE(out, sizeof *out);
    *out =
        (struct timespec){.tv_sec = (time_t)(at / 1000000000), .tv_nsec = (long)(at % 1000000000)};
    if (clock == CLOCK_REALTIME)
        out->tv_sec += EPOCH;
    return 0;
}

ABI int __wrap_gettimeofday(struct timeval *out, void *zone)
{
    uint64_t at = cost_now();
    (void)zone;
    WRITE(out, sizeof *out);
    *out = (struct timeval){.tv_sec = (time_t)(EPOCH + at / 1000000000),
                            .tv_usec = (suseconds_t)(at / 1000 % 1000000)};
    return 0;
}

ABI int __wrap_clock_getres(clockid_t clock, struct timespec *out)
{
    (void)clock;
    if (out) {
        WRITE(out, sizeof *out);
        *out = (struct timespec){.tv_nsec = 1};
    }
    return 0;
}

ABI int __wrap_timespec_get(struct timespec *out, int base)
{
    uint64_t at = cost_now();
    if (base != TIME_UTC)
        return 0;
    WRITE(out, sizeof *out);
    *out = (struct timespec){.tv_sec = (time_t)(EPOCH + at / 1000000000),
                             .tv_nsec = (long)(at % 1000000000)};
    return base;
}

ABI clock_t __wrap_times(struct tms *out)
{
    clock_t ticks = (clock_t)(cost_now() / 10000000);
    if (out) {
        WRITE(out, sizeof *out);
        *out = (struct tms){.tms_utime = ticks};
    }
    return ticks;
}

ABI int __wrap_getrusage(int who, struct rusage *out)
{
    uint64_t at = cost_now();
    (void)who;
    WRITE(out, sizeof *out);
    *out = (struct rusage){.ru_utime = {.tv_sec = (time_t)(at / 1000000000),
                                        .tv_usec = (suseconds_t)(at / 1000 % 1000000)}};
    return 0;
}

/* ---- sleeping ------------------------------------------------------------------------ */

static void pause_for(const struct timespec *length)
{
    if (length->tv_sec >= 0 && length->tv_nsec >= 0)
        cost_pause((uint64_t)length->tv_sec * 1000000000 + (uint64_t)length->tv_nsec);
}

ABI int __wrap_nanosleep(const struct timespec *length, struct timespec *rest)
{
    (void)rest;
    READ(length, sizeof *length);
    pause_for(length);
    return 0;
}

ABI int __wrap_thrd_sleep(const struct timespec *length, struct timespec *rest)
{
    (void)rest;
    READ(length, sizeof *length);
    pause_for(length);
    return 0;
}

ABI int __wrap_clock_nanosleep(clockid_t clock, int flags, const struct timespec *length,
                               struct timespec *rest)
{
    (void)rest;
    struct timespec left = *length;
    READ(length, sizeof *length);
    if (flags & TIMER_ABSTIME) {
        uint64_t until =
            (uint64_t)(left.tv_sec - (clock == CLOCK_REALTIME ? EPOCH : 0)) * 1000000000 +
            (uint64_t)left.tv_nsec;
        uint64_t at = cost_now();
        uint64_t wait = until > at ? until - at : 0;
        left = (struct timespec){(time_t)(wait / 1000000000), (long)(wait % 1000000000)};
    }
    pause_for(&left);
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

/* With no files to wait for they sleep. */
ABI int __wrap_select(int count, const fd_set *in, const fd_set *out, const fd_set *bad,
                      struct timeval *length)
{
    if (!length || (count > 0 && (in || out || bad)))
        libc_refuse(CALLER_PC, "select", "waiting for files");
    READ(length, sizeof *length);
    if (length->tv_sec >= 0 && length->tv_usec >= 0)
        cost_pause((uint64_t)length->tv_sec * 1000000000 + (uint64_t)length->tv_usec * 1000);
    return 0;
}

ABI int __wrap_poll(const struct pollfd *files, nfds_t count, int milliseconds)
{
    (void)files;
    if (count > 0 || milliseconds < 0)
        libc_refuse(CALLER_PC, "poll", "waiting for files");
    cost_pause((uint64_t)milliseconds * 1000000);
    return 0;
}

ABI int __wrap_sched_yield(void) { return 0; }
ABI void __wrap_thrd_yield(void) {}
ALSO(pthread_yield, sched_yield)

/* ---- calendars: localtime and gmtime have one result, ctime and asctime one text -------- */

static struct tm *broken_down(const time_t *at, struct tm *(*convert)(const time_t *, struct tm *),
                              const void *pc, uintptr_t cfa)
{
    memory_read(at, sizeof *at, pc, cfa);
    memory_write(&libc_own()->broken_down, sizeof libc_own()->broken_down, pc, cfa);
    return convert(at, &libc_own()->broken_down);
}

ABI struct tm *__wrap_localtime(const time_t *at)
{
    return broken_down(at, localtime_r, CALLER_PC, CALLER_CFA);
}

ABI struct tm *__wrap_gmtime(const time_t *at)
{
    return broken_down(at, gmtime_r, CALLER_PC, CALLER_CFA);
}

CALL(struct tm *, localtime_r, (const time_t *at, struct tm *out), (at, out), READ(at, sizeof *at),
     WRITE(out, sizeof *out))
CALL(struct tm *, gmtime_r, (const time_t *at, struct tm *out), (at, out), READ(at, sizeof *at),
     WRITE(out, sizeof *out))
CALL(time_t, mktime, (struct tm * parts), (parts), READ(parts, sizeof *parts),
     WRITE(parts, sizeof *parts))
CALL(char *, asctime_r, (const struct tm *parts, char *out), (parts, out),
     READ(parts, sizeof *parts), WRITE(out, 26))
CALL(char *, ctime_r, (const time_t *at, char *out), (at, out), READ(at, sizeof *at),
     WRITE(out, 26))

ABI char *__wrap_asctime(const struct tm *parts)
{
    READ(parts, sizeof *parts);
    WRITE(libc_own()->time_text, sizeof libc_own()->time_text);
    return asctime_r(parts, libc_own()->time_text);
}

ABI char *__wrap_ctime(const time_t *at)
{
    READ(at, sizeof *at);
    WRITE(&libc_own()->broken_down, sizeof libc_own()->broken_down);
    WRITE(libc_own()->time_text, sizeof libc_own()->time_text);
    return ctime_r(at, libc_own()->time_text);
}

#pragma GCC diagnostic ignored "-Wformat-nonliteral"

ABI size_t __wrap_strftime(char *to, size_t room, const char *format, const struct tm *parts)
{
    READ(parts, sizeof *parts);
    READ_TEXT(format);
    size_t size = strftime(to, room, format, parts);
    WRITE(to, size + 1 < room ? size + 1 : room);
    return size;
}

ABI char *__wrap_strptime(const char *text, const char *format, struct tm *parts)
{
    READ_TEXT(text);
    READ_TEXT(format);
    WRITE(parts, sizeof *parts);
    return strptime(text, format, parts);
}
