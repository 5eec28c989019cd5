/* test_differential.c - the search is tested against one that leaves nothing
 * out, on random programs; and against what libgomp does.
 *
 *     test_differential                      the pinned seeds
 *     test_differential search FIRST COUNT   others: prints what does not agree
 *     test_differential show SEED            the program
 *     test_differential shrink SEED          the least of it that does not agree
 *
 * Of each program the naive search gives the outcomes, the races and the number
 * of schedules. DPOR, the search of states and both together must find the
 * same; every schedule that they report is replayed; another process must answer
 * in the same bytes; and where there is no race and no weak atomic, each outcome
 * that libgomp is seen to produce must be among those listed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/differential/batch.h"

enum { BATCH = 40 };

struct totals {
    int programs, complete, outcomes, differences;
    int seen; /* on libgomp */
    uint64_t schedules;
};

static void count_line(const char *line, struct totals *totals)
{
    uint64_t seed, schedules;
    int outcomes;
    char verdict[24];
    if (strstr(line, " differs: ")) {
        totals->differences++;
        printf("%s\n", line);
        return;
    }
    totals->programs++;
    if (sscanf(line, "program %" SCNu64 " %23s outcomes %d schedules %" SCNu64, &seed, verdict,
               &outcomes, &schedules) != 4)
        return;
    totals->complete++;
    totals->outcomes += outcomes;
    totals->schedules += schedules;
}

static void check_engines(const struct batch *batch, struct totals *totals)
{
    char *compared = batch_ask(batch, "compare");
    for (char *line = strtok(compared, "\n"); line; line = strtok(NULL, "\n"))
        count_line(line, totals);
    free(compared);
}

/* The first line that is another. */
static void show_difference(const char *a, const char *b)
{
    size_t same = 0, start = 0;
    for (; a[same] && a[same] == b[same]; same++)
        start = a[same] == '\n' ? same + 1 : start;
    printf("    %.*s\n    %.*s\n", (int)strcspn(a + start, "\n"), a + start,
           (int)strcspn(b + start, "\n"), b + start);
}

static void check_again(const struct batch *batch, struct totals *totals)
{
    char *here = batch_ask(batch, "answer"), *there = batch_ask(batch, "answer");
    if (!here[0] || strcmp(here, there) != 0) {
        printf("%" PRIu64 " differs: two processes give different answers\n", batch->first);
        show_difference(here, there);
        totals->differences++;
    }
    free(here);
    free(there);
}

static void check_libgomp(const struct batch *batch, int runs, struct totals *totals)
{
    char *listed = batch_ask(batch, "outcomes");
    char *ran = batch_libgomp(batch, listed, runs);
    for (char *line = strtok(ran, "\n"); line; line = strtok(NULL, "\n")) {
        char whole[STATE * 12 + 40];
        snprintf(whole, sizeof whole, "%s\n", line);
        totals->seen++;
        if (strstr(listed, whole))
            continue;
        printf("%s differs: libgomp did what was not listed\n", line);
        totals->differences++;
    }
    free(ran);
    free(listed);
}

static struct totals check_batch(uint64_t first, int count, int runs)
{
    struct batch batch;
    struct totals totals = {0};
    if (batch_build(&batch, first, count, NULL)) {
        check_engines(&batch, &totals);
        check_again(&batch, &totals);
        check_libgomp(&batch, runs, &totals);
    } else {
        totals.differences++;
    }
    batch_remove(&batch);
    return totals;
}

/* ---- the pinned seeds -------------------------------------------------------- */

/* Seeds FIRST … FIRST + BATCH - 1: how many of them the naive search could
 * cover, and their outcomes. Other numbers mean that the generator or what is a
 * visible step has changed. */
struct pinned {
    uint64_t first;
    int complete, outcomes;
};

static const struct pinned pinned[] = {
    {0, 33, 46}, {40, 33, 86}, {80, 35, 71}, {120, 25, 44}, {160, 31, 68},
};

/* Watched by AddressSanitizer a naive search takes ten times as long. */
#if defined(__SANITIZE_ADDRESS__)
enum { PINNED = 1 };
#else
enum { PINNED = sizeof pinned / sizeof pinned[0] };
#endif

static void agrees(void **state)
{
    const struct pinned *wanted = *state;
    struct totals is = check_batch(wanted->first, BATCH, 100);
    assert_int_equal(is.differences, 0);
    assert_int_equal(is.programs, BATCH);
    assert_int_equal(is.complete, wanted->complete);
    assert_int_equal(is.outcomes, wanted->outcomes);
    assert_true(is.seen > 0);
}

static int test_pinned(void)
{
    struct CMUnitTest tests[PINNED];
    static char names[PINNED][40];
    for (int i = 0; i < PINNED; i++) {
        snprintf(names[i], sizeof names[i], "seeds_%" PRIu64 "_to_%" PRIu64, pinned[i].first,
                 pinned[i].first + BATCH - 1);
        tests[i] = (struct CMUnitTest){names[i], agrees, NULL, NULL, (void *)(uintptr_t)&pinned[i]};
    }
    return _cmocka_run_group_tests("differential", tests, PINNED, NULL, NULL);
}

/* ---- by hand ------------------------------------------------------------------- */

static int search(uint64_t first, int count)
{
    struct totals all = {0};
    for (int done = 0; done < count; done += BATCH) {
        struct totals one = check_batch(first + (uint64_t)done, BATCH, 200);
        all.programs += one.programs;
        all.complete += one.complete;
        all.outcomes += one.outcomes;
        all.schedules += one.schedules;
        all.seen += one.seen;
        all.differences += one.differences;
        printf("to %" PRIu64 ": %d programs, %d complete, %d outcomes, %" PRIu64
               " schedules, %d outcomes on libgomp, %d differences\n",
               first + (uint64_t)done, all.programs, all.complete, all.outcomes, all.schedules,
               all.seen, all.differences);
        fflush(stdout);
    }
    return all.differences != 0;
}

static int show(const char *how, uint64_t seed)
{
    struct program program;
    program_generate(&program, seed);
    if (strcmp(how, "shrink") == 0 && batch_shrink(&program))
        batch_differs(&program, stdout);
    program_print_alone(&program, stdout);
    return 0;
}

int main(int count, char **words)
{
    if (count == 5)
        return batch_work(words[1], words[2], strtoull(words[3], NULL, 10), atoi(words[4]));
    if (count == 4)
        return search(strtoull(words[2], NULL, 10), atoi(words[3]));
    if (count == 3)
        return show(words[1], strtoull(words[2], NULL, 10));
    return test_pinned();
}
