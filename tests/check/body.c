/* body.c - what a body may call: observations, steps, the submission's symbols.
 *
 * Called on the threads of interleave, in the child. The records of an
 * execution lie in that execution's heap; only the small struct that finds
 * them is ours, and it is put back before each execution.
 */
#include "check/body.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "check/answering.h"
#include "check/observed.h"
#include "interleave/exclusion.h"
#include "interleave/interleave.h"
#include "interleave/places.h"

static struct observed observed;

static const struct row *row;
static bool with_units;
static bool watching; /* a second run shows the same variables */

void body_of(const struct row *of, bool units)
{
    static bool known;
    row = of;
    with_units = units;
    if (!known)
        interleave_reset_also(&observed, sizeof observed);
    known = true;
}

void *observed_room(size_t size) { return interleave_scratch(size); }

static struct {
    void *start, *initial;
    size_t size;
} per_run;

void body_per_run(void *start, size_t size)
{
    per_run.start = start;
    per_run.size = size;
    per_run.initial = malloc(size);
    if (!per_run.initial)
        abort();
    memcpy(per_run.initial, start, size);
}

/* What was worked since `before`, which is brought up to now. */
static void observe_units(int64_t before[64], bool by_thread)
{
    int64_t units[64];
    long long sum = 0;
    for (int i = 0; i < 64; i++) {
        units[i] = interleave_units()[i] - before[i];
        sum += units[i];
        before[i] += units[i];
    }
    observed_put(&observed, OBSERVED_VALUE, OBSERVED_WORK, &sum, sizeof sum);
    if (by_thread)
        observed_put(&observed, OBSERVED_INTS, OBSERVED_UNITS, units, sizeof units);
}

static void run_again(const void *input, int64_t units[64])
{
    struct observed first = observed;
    int blocks = interleave_blocks_open();
    if (per_run.size > 0)
        memcpy(per_run.start, per_run.initial, per_run.size);
    observed = (struct observed){0};
    watching = false;
    row->body(input);
    observe_units(units, true);
    struct observed second = observed;
    long long kept = interleave_blocks_open() - blocks;
    observed = first;
    observed_put(&observed, OBSERVED_RECORDS, OBSERVED_AGAIN, second.bytes, second.size);
    observed_put(&observed, OBSERVED_VALUE, OBSERVED_KEPT, &kept, sizeof kept);
}

void body_run(const void *input)
{
    int64_t units[64] = {0};
    bool twice = row->stage == ONE_SCHEDULE && !row->schedule;
    watching = true;
    row->body(input);
    observe_units(units, with_units || twice);
    char held[256];
    if (twice && !exclusion_leak(held, sizeof held))
        run_again(input, units);
    interleave_outcome(observed.bytes, observed.size);
}

/* ---- Observations -------------------------------------------------------------- */

void observe(const char *name, long long value)
{
    observed_put(&observed, OBSERVED_VALUE, name, &value, sizeof value);
}

void observe_double(const char *name, double value)
{
    observed_put(&observed, OBSERVED_DOUBLE, name, &value, sizeof value);
}

void observe_text(const char *name, const char *text)
{
    observed_put(&observed, OBSERVED_TEXT, name, text, text ? strlen(text) + 1 : 0);
}

void observe_ints(const char *name, const int *values, int count)
{
    observed_put(&observed, OBSERVED_INTS, name, values,
                 count > 0 ? (size_t)count * sizeof *values : 0);
}

void watch_memory(const char *name, const void *address, size_t size, char type)
{
    if (watching)
        interleave_watch(name, address, size, type);
}

void *scratch(size_t size) { return interleave_scratch(size); }

int locks_open(void) { return interleave_locks_open(); }

/* ---- Time and steps --------------------------------------------------------------- */

void work(int units) { interleave_work(units); }

void pause_for(int units) { interleave_pause(units); }

void pause_briefly(void) { interleave_poll(); }

void step(const char *label) { interleave_label(label); }

int choose_any(int n) { return interleave_choose(n); }

/* ---- The submission's symbols -------------------------------------------------------- */

static void *submission;

/* Into the global scope, where the check's calls of it are bound. */
void body_submission(const char *path)
{
    submission = dlopen(path, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD);
}

void *submitted_symbol(const char *name)
{
    void *address = submission ? dlsym(submission, name) : NULL;
    if (!address)
        answer_missing(name);
    return address;
}

size_t submitted_size(const char *name)
{
    size_t size = 0;
    if (!place_symbol(name, &size))
        answer_missing(name);
    return size;
}
