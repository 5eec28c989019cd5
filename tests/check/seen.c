/* seen.c - what a judge asks about an outcome. */
#include "check/seen.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/observed.h"

/* An author's fault: ends the judge, and is reported as [internal]. */
static _Noreturn void author(const struct seen *seen, const char *problem, const char *name)
{
    struct seen *own = (struct seen *)seen; /* the judge's view is const, ours is not */
    snprintf(own->internal, sizeof own->internal, "the judge %s \"%s\"", problem, name);
    longjmp(own->escape, 1);
}

static const void *value_of(const struct seen *seen, enum observed_type type, const char *name,
                            size_t *size)
{
    const void *value;
    if (!observed_find(seen->bytes, seen->size, type, name, &value, size))
        author(seen, "asks for a value that was not observed:", name);
    return value;
}

struct copy {
    struct copy *next;
    _Alignas(max_align_t) unsigned char bytes[];
};

/* An aligned copy that lives until the judge returns. */
static void *copy_of(const struct seen *seen, const void *value, size_t size)
{
    struct seen *own = (struct seen *)seen;
    struct copy *copy = malloc(sizeof *copy + size);
    if (!copy)
        author(seen, "has no memory for", "a copy");
    memcpy(copy->bytes, value, size);
    copy->next = own->copies;
    own->copies = copy;
    return copy->bytes;
}

void seen_judge(struct seen *seen, void (*judge)(const void *, struct seen *), const void *input)
{
    seen->verdict = VERDICT_COUNT;
    seen->faulted = false;
    seen->units_wanted = false;
    seen->internal[0] = '\0';
    if (judge && setjmp(seen->escape) == 0)
        judge(input, seen);
    for (struct copy *next; seen->copies; seen->copies = next) {
        next = seen->copies->next;
        free(seen->copies);
    }
}

/* ---- What was observed ------------------------------------------------------ */

long long seen_value(const struct seen *seen, const char *name)
{
    size_t size;
    long long value;
    memcpy(&value, value_of(seen, OBSERVED_VALUE, name, &size), sizeof value);
    return value;
}

double seen_double(const struct seen *seen, const char *name)
{
    size_t size;
    double value;
    memcpy(&value, value_of(seen, OBSERVED_DOUBLE, name, &size), sizeof value);
    return value;
}

const char *seen_text(const struct seen *seen, const char *name)
{
    size_t size;
    const void *text = value_of(seen, OBSERVED_TEXT, name, &size);
    return size == 0 ? NULL : text;
}

const int *seen_ints(const struct seen *seen, const char *name, int *count)
{
    size_t size;
    const void *values = value_of(seen, OBSERVED_INTS, name, &size);
    if (count)
        *count = (int)(size / sizeof(int));
    return copy_of(seen, values, size);
}

bool seen_has(const struct seen *seen, const char *name)
{
    static const enum observed_type types[] = {OBSERVED_VALUE, OBSERVED_DOUBLE, OBSERVED_TEXT,
                                               OBSERVED_INTS};
    const void *value;
    size_t size;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (observed_find(seen->bytes, seen->size, types[i], name, &value, &size))
            return true;
    return false;
}

int seen_team(const struct seen *seen) { return seen->team; }
int seen_widest(const struct seen *seen) { return seen->widest; }

long long seen_work(const struct seen *seen) { return seen_value(seen, OBSERVED_WORK); }

long long seen_work_of(const struct seen *seen, int thread)
{
    if (!seen->units_known) {
        ((struct seen *)seen)->units_wanted = true;
        return 0;
    }
    return thread >= 0 && thread < 64 ? seen->units[thread] : 0;
}

/* ---- On the virtual machine --------------------------------------------------- */

static void need_machine(const struct seen *seen, const char *what)
{
    if (!seen->machine_known)
        author(seen, "asks outside FOUR_CORES for", what);
}

double seen_makespan(const struct seen *seen)
{
    need_machine(seen, "seen_makespan");
    return seen->makespan;
}

double seen_speedup(const struct seen *seen)
{
    need_machine(seen, "seen_speedup");
    return seen->speedup;
}

double seen_busy(const struct seen *seen, int core)
{
    need_machine(seen, "seen_busy");
    return core >= 0 && core < 64 ? seen->busy[core] : 0;
}

/* ---- Of a given schedule -------------------------------------------------------- */

int seen_steps(const struct seen *seen) { return seen->steps; }

int seen_switches(const struct seen *seen)
{
    int switches = 0;
    for (int i = 1; i < seen->steps; i++)
        switches += seen->step_thread[i] != seen->step_thread[i - 1];
    return switches;
}

int seen_step_thread(const struct seen *seen, int i)
{
    return i >= 0 && i < seen->steps ? seen->step_thread[i] : -1;
}

const char *seen_step_text(const struct seen *seen, int i)
{
    return i >= 0 && i < seen->steps && seen->step_text ? seen->step_text[i] : "";
}

/* ---- What is wrong ---------------------------------------------------------------- */

static void say(struct seen *seen, const char *format, va_list arguments)
{
    if (seen->faulted)
        return;
    seen->faulted = true;
    vsnprintf(seen->message, sizeof seen->message, format, arguments);
}

bool fault(struct seen *seen, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(seen, format, arguments);
    va_end(arguments);
    return false;
}

bool want(struct seen *seen, const char *name, long long expected, const char *format, ...)
{
    if (seen_value(seen, name) == expected)
        return true;
    va_list arguments;
    va_start(arguments, format);
    say(seen, format, arguments);
    va_end(arguments);
    return false;
}

bool want_ints(struct seen *seen, const char *name, const int *expected, int count)
{
    int had;
    const int *values = seen_ints(seen, name, &had);
    for (int i = 0; i < count && i < had; i++)
        if (values[i] != expected[i])
            return fault(seen, "%s %d is %d, expected %d", name, i, values[i], expected[i]);
    if (had != count)
        return fault(seen, "there are %d values of \"%s\", expected %d", had, name, count);
    return true;
}

void fault_is(struct seen *seen, enum verdict verdict)
{
    if (!seen->faulted)
        seen->verdict = verdict;
}

bool want_work(struct seen *seen, long long needed)
{
    long long done = seen_work(seen);
    if (done == needed)
        return true;
    if (needed > 0 && done == needed * seen->team && seen->team > 1)
        return fault(seen,
                     "all %d threads did all of the work: %lld units, %lld needed\n"
                     "`parallel` alone makes every thread run the whole block. A construct that\n"
                     "shares the work out (`for`, `sections`, `single`) is missing.",
                     seen->team, done, needed);
    if (done > needed)
        return fault(seen,
                     "work was done more than once: %lld units, %lld needed\n"
                     "Some tasks were given to more than one thread.",
                     done, needed);
    return fault(seen,
                 "work was left out: %lld units were done, %lld needed\n"
                 "Some tasks were given to no thread.",
                 done, needed);
}
