/* test_turns.c - what two processes owe to each other, turn by turn.
 *
 * The engines are made up: each counts its turns; explore_turn() is this file's
 * own, and no program is loaded. The second process dies in a turn that is known, and not before
 * the first has run as far ahead as it can.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "interleave/engine.h"
#include "interleave/jobs.h"
#include "interleave/libc.h"
#include "interleave/race.h"

enum { DIES_IN = 3, LEARNS_IN = 4, WORD = 0x1000, TURNS = 6 };

static struct engine first, second;
static pid_t first_process;
static int words_at[TURNS + 1]; /* known when the first engine began its turn, here */

/* The first process sleeps only when it reads what the second has to say. */
static void wait_for_first_process(void)
{
    char path[64], state = 0;
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)first_process);
    while (state != 'S') {
        FILE *file = fopen(path, "r");
        if (!file || fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
            _exit(99);
        fclose(file);
    }
}

/* In the place of explore.c's. */
struct turn explore_turn(struct engine *engine, struct tally *tally, uint64_t most)
{
    (void)most;
    tally->runs++;
    engine->executions++;
    if (engine == &first && getpid() != first_process && engine->executions == DIES_IN) {
        wait_for_first_process();
        raise(SIGKILL);
    }
    if (engine == &first && getpid() == first_process && engine->executions <= TURNS)
        words_at[engine->executions] = racy_words;
    if (engine == &second && engine->executions == LEARNS_IN)
        tally->restart = racy_add(WORD, 8);
    return (struct turn){.done = engine->executions == TURNS, .executions = engine->executions};
}

bool libc_may_fork(void) { return true; }

static struct tally begun(void)
{
    static struct engine *const engines[2] = {&first, &second};
    struct tally tally = {.before = 0};
    first.executions = second.executions = 0;
    first_process = getpid();
    racy_clear();
    jobs_begin(engines, &tally);
    assert_true(jobs_apart());
    return tally;
}

/* Turns are told in their order, each once, whoever ran them. */
static void tell_up_to(int turns, struct tally *tally)
{
    for (int i = 1; i <= turns; i++) {
        assert_int_equal(jobs_turn(0, tally).executions, i);
        assert_int_equal(jobs_turn(1, tally).executions, i);
        assert_int_equal(tally->runs, 2 * i);
        assert_int_equal(tally->restart, i >= LEARNS_IN);
    }
}

static void turns_of_a_dead_process_are_made_once_more(void **state)
{
    (void)state;
    struct tally tally = begun();
    tell_up_to(DIES_IN, &tally);
    assert_int_equal(first.executions, DIES_IN);
    jobs_end(&tally);
}

static void what_is_learnt_ahead_counts_in_its_turn(void **state)
{
    (void)state;
    struct tally tally = begun();
    tell_up_to(LEARNS_IN, &tally);
    for (int i = 1; i <= LEARNS_IN; i++)
        assert_int_equal(words_at[i], 0);
    assert_int_equal(racy_words, 1); /* the search starts again with it */
    jobs_end(&tally);
    assert_int_equal(racy_words, 1);
}

static void what_the_search_never_heard_of_is_not_known(void **state)
{
    (void)state;
    struct tally tally = begun();
    tell_up_to(LEARNS_IN - 1, &tally);
    assert_int_equal(second.executions, LEARNS_IN); /* it was learnt */
    jobs_end(&tally);
    assert_int_equal(racy_words, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_of_a_dead_process_are_made_once_more),
        cmocka_unit_test(what_is_learnt_ahead_counts_in_its_turn),
        cmocka_unit_test(what_the_search_never_heard_of_is_not_known),
    };
    return cmocka_run_group_tests_name("turns", tests, NULL, NULL);
}
