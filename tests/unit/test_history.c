/* test_history.c - the memory that the race detector needs: 4 bytes a word, and
 * the histories that words have, each once.
 *
 * A thread is made by hand: what it does is told to race_access() as the hooks do.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "interleave/history.h"
#include "interleave/race.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"

enum { WORDS = 1000000 };
static uint64_t words[WORDS];
static struct policy policy;
static const char place[1], other_place[1];

static int begin(void **state)
{
    (void)state;
    stage.policy = &policy;
    stage.execution++;
    order_strands = 3;
    race_begin();
    return 0;
}

/* Strand number `strand` runs, at its clock; of others it knows what happened up to 1. */
static void run(int strand, uint32_t at)
{
    static struct thread thread;
    for (int i = 0; i < order_strands; i++)
        thread.order.hb.at[i] = 1;
    thread.strand = strand;
    thread.order.hb.at[strand] = at;
    stage.self = &thread;
}

/* A new one gets the next number. */
static uint32_t histories_so_far(void)
{
    return history_of(epoch_of(UINT32_MAX, 0, 0), 0, NULL, 0, 8) - history_none;
}

static void each_word_has_four_bytes(void **state)
{
    (void)state;
    uint32_t *first = shadow_word((uintptr_t)words & ~(uintptr_t)0xffff);
    assert_ptr_equal(shadow_word(((uintptr_t)words & ~(uintptr_t)0xffff) + 8), first + 1);
}

static void what_is_alike_is_kept_once(void **state)
{
    (void)state;
    run(0, 2);
    for (int i = 0; i < WORDS; i++)
        race_access((uintptr_t)&words[i], 8, true, false, place);
    assert_int_equal(histories_so_far(), 2);
}

static void halves_of_words_are_put_together(void **state)
{
    (void)state;
    run(0, 2);
    for (size_t i = 0; i < 2 * (size_t)WORDS; i++)
        race_access((uintptr_t)words + 4 * i, 4, true, false, place);
    /* none, the first half alone, the whole */
    assert_int_equal(histories_so_far(), 3);
    assert_int_equal(*shadow_word((uintptr_t)words), *shadow_word((uintptr_t)&words[WORDS - 1]));
}

static void readers_of_a_table_are_kept_once(void **state)
{
    (void)state;
    for (int strand = 0; strand < 3; strand++) {
        run(strand, 2);
        race_access((uintptr_t)words, sizeof words, false, false, place);
    }
    assert_int_equal(histories_so_far(), 4);
    assert_int_equal(race_count, 0);
}

static void what_no_word_has_is_forgotten(void **state)
{
    (void)state;
    run(0, 2);
    race_access((uintptr_t)&words[7], 8, true, false, place);
    for (uint32_t at = 3; at < 2000003; at++) {
        run(0, at);
        race_access((uintptr_t)words, 4, true, false, other_place);
    }
    assert_true(histories_so_far() < 200000);
    assert_int_equal(epoch_at(history_at(*shadow_word((uintptr_t)&words[7]))->record.write), 2);
    assert_int_equal(epoch_at(history_at(*shadow_word((uintptr_t)words))->record.write), 2000002);
}

static void another_execution_knows_nothing(void **state)
{
    run(0, 2);
    race_access((uintptr_t)words, 8, true, false, place);
    begin(state);
    assert_int_equal(shadow_number(shadow_word((uintptr_t)words)), history_none);
    assert_int_equal(histories_so_far(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(each_word_has_four_bytes, begin),
        cmocka_unit_test_setup(what_is_alike_is_kept_once, begin),
        cmocka_unit_test_setup(halves_of_words_are_put_together, begin),
        cmocka_unit_test_setup(readers_of_a_table_are_kept_once, begin),
        cmocka_unit_test_setup(what_no_word_has_is_forgotten, begin),
        cmocka_unit_test_setup(another_execution_knows_nothing, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
