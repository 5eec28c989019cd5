/* test_ids.c - replay ids: what is written can be read, what is wrong is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/interleave.h"

static struct choices choices_of(const int *numbers, int count)
{
    struct choices choices = {.thread = malloc((size_t)count * sizeof(int) + 1), .count = count};
    assert_non_null(choices.thread);
    memcpy(choices.thread, numbers, (size_t)count * sizeof(int));
    return choices;
}

static void check_id(const int *numbers, int count, const char *tail)
{
    char wanted[128];
    snprintf(wanted, sizeof wanted, "%d-%s", __GNUC__, tail);
    struct choices choices = choices_of(numbers, count), again;
    char *id = choices_id(&choices);
    assert_string_equal(id, wanted);
    assert_null(choices_read(id, &again));
    assert_int_equal(again.count, count);
    assert_memory_equal(again.thread, numbers, (size_t)count * sizeof(int));
    free(id);
    choices_free(&choices);
    choices_free(&again);
}

static void a_short_schedule_is_a_digit_a_step(void **state)
{
    (void)state;
    check_id((int[]){0, 1, 0, 1}, 4, "0101");
    check_id((int[]){0, 0, 0, 0}, 4, "0000");
}

static void a_long_run_is_counted(void **state)
{
    (void)state;
    check_id((int[]){0, 0, 0, 0, 0, 1}, 6, "0*5.1");
}

static void sixty_four_threads_have_a_character_each(void **state)
{
    (void)state;
    int all[64];
    for (int i = 0; i < 64; i++)
        all[i] = i;
    check_id(all, 64, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
}

static void nothing_chosen_is_an_empty_schedule(void **state)
{
    (void)state;
    check_id((int[]){0}, 0, "");
}

static void the_version_may_be_left_out(void **state)
{
    (void)state;
    struct choices choices;
    assert_null(choices_read("0110", &choices));
    assert_int_equal(choices.count, 4);
    assert_int_equal(choices.thread[1], 1);
    choices_free(&choices);
}

static void refused(const char *id, const char *because)
{
    struct choices choices;
    const char *why = choices_read(id, &choices);
    assert_non_null(why);
    if (!strstr(why, because))
        fail_msg("\"%s\": \"%s\" does not say \"%s\"", id, why, because);
    choices_free(&choices);
}

static void what_is_wrong_is_named_with_its_position(void **state)
{
    (void)state;
    refused("99-01", "another version of gcc");
    refused("01!1", "position 3");
    refused("0*x.", "position 2");
    refused("0*12", "position 2");
    refused("0*0.", "a number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_schedule_is_a_digit_a_step),
        cmocka_unit_test(a_long_run_is_counted),
        cmocka_unit_test(sixty_four_threads_have_a_character_each),
        cmocka_unit_test(nothing_chosen_is_an_empty_schedule),
        cmocka_unit_test(the_version_may_be_left_out),
        cmocka_unit_test(what_is_wrong_is_named_with_its_position),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
