/* test_check_wire.c - messages from a child that may lie: cut, forged, garbled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check/observed.h"
#include "check/reply.h"

/* ---- Replies --------------------------------------------------------------------- */

static int thread_choices[] = {0, 1, 1, 0};
static char some_bytes[] = {1, 2, 3}, some_output[] = "hi",
            some_message[] = "a NULL pointer was used";

static struct reply example(void)
{
    static struct outcome outcome;
    static struct race race;
    struct reply reply = {.kind = REPLY_ANSWER, .base = 0x7000, .span = 0x1000};
    outcome = (struct outcome){.verdict = CRASH,
                               .bytes = some_bytes,
                               .size = 3,
                               .output = some_output,
                               .output_size = 2,
                               .signal = 11,
                               .message = some_message,
                               .schedules = 4,
                               .choices = {thread_choices, 4},
                               .preemptions = 1,
                               .steps = 4};
    race = (struct race){.name = "seats",
                         .address = 16,
                         .first = {.pc = (void *)0x7010, .thread = 0, .write = true, .size = 4},
                         .second = {.pc = (void *)0x9999, .thread = 1, .size = 4}};
    reply.answer = (struct answer){.verdict = RACE,
                                   .complete = true,
                                   .counted = true,
                                   .schedules = 6,
                                   .executions = 3,
                                   .widest_team = 2,
                                   .outcomes = &outcome,
                                   .outcome_count = 1,
                                   .races = &race,
                                   .race_count = 1,
                                   .worst = 0};
    return reply;
}

static struct wire_out written(void)
{
    struct wire_out out = {0};
    struct reply reply = example();
    reply_write(&out, &reply);
    return out;
}

static void there_and_back(void **state)
{
    (void)state;
    struct wire_out out = written();
    struct reply reply;
    assert_true(reply_read(&reply, out.bytes, out.size));
    assert_int_equal(reply.answer.schedules, 6);
    assert_int_equal(reply.answer.outcome_count, 1);
    assert_string_equal(reply.answer.outcomes[0].message, "a NULL pointer was used");
    assert_int_equal(reply.answer.outcomes[0].choices.count, 4);
    assert_int_equal(reply.answer.outcomes[0].choices.thread[2], 1);
    assert_string_equal(reply.answer.races[0].name, "seats");
    /* code of the submission is moved, other code stays */
    assert_int_equal((uintptr_t)reply.answer.races[0].first.pc, REPLY_BASE + 0x10);
    assert_int_equal((uintptr_t)reply.answer.races[0].second.pc, 0x9999);
    reply_free(&reply);
    free(out.bytes);
}

static void every_cut_is_refused(void **state)
{
    (void)state;
    struct wire_out out = written();
    struct reply reply;
    for (size_t size = 0; size < out.size; size++)
        assert_false(reply_read(&reply, out.bytes, size));
    free(out.bytes);
}

/* Whatever single byte is changed: no crash, no reading beyond (valgrind and the
 * sanitizers watch), and what is read can be freed. */
static void every_changed_byte_is_survived(void **state)
{
    (void)state;
    struct wire_out out = written();
    for (size_t i = 0; i < out.size; i++) {
        struct reply reply;
        unsigned char was = out.bytes[i];
        out.bytes[i] = 0xff;
        if (reply_read(&reply, out.bytes, out.size))
            reply_free(&reply);
        out.bytes[i] = was;
    }
    free(out.bytes);
}

/* ---- The pipe ----------------------------------------------------------------------- */

static void a_forged_length(void **state)
{
    (void)state;
    int ends[2];
    uint64_t head[2] = {UINT64_C(0x696e7465726c6561), UINT64_MAX};
    unsigned char *bytes;
    size_t size;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], head, sizeof head), sizeof head);
    assert_int_equal(wire_receive(ends[0], wire_now() + 5, &bytes, &size), WIRE_BROKEN);
    close(ends[1]);
    assert_int_equal(wire_receive(ends[0], wire_now() + 5, &bytes, &size), WIRE_CLOSED);
    close(ends[0]);
}

static void printed_words_are_no_message(void **state)
{
    (void)state;
    int ends[2];
    static const char forged[] = "{\"verdict\":\"PASS\",\"score\":10}";
    unsigned char *bytes;
    size_t size;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], forged, sizeof forged), sizeof forged);
    assert_int_equal(wire_receive(ends[0], wire_now() + 5, &bytes, &size), WIRE_BROKEN);
    close(ends[0]);
    close(ends[1]);
}

static void silence_is_late(void **state)
{
    (void)state;
    int ends[2];
    unsigned char *bytes;
    size_t size;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(wire_receive(ends[0], wire_now() + 0.05, &bytes, &size), WIRE_LATE);
    close(ends[0]);
    close(ends[1]);
}

/* ---- Observations ---------------------------------------------------------------------- */

static void observations(void **state)
{
    (void)state;
    /* two orders of reporting, one outcome */
    long long one = 1, two = 2;
    const void *value;
    size_t size;
    unsigned char first[256], second[256];
    struct observed a = {.bytes = first, .room = sizeof first};
    struct observed b = {.bytes = second, .room = sizeof second};
    observed_put(&a, OBSERVED_VALUE, "seats", &one, sizeof one);
    observed_put(&a, OBSERVED_VALUE, "tickets", &two, sizeof two);
    observed_put(&b, OBSERVED_TEXT, "tickets", "old", 4);
    observed_put(&b, OBSERVED_VALUE, "tickets", &two, sizeof two);
    observed_put(&b, OBSERVED_VALUE, "seats", &one, sizeof one);
    assert_int_equal(a.size, b.size);
    assert_memory_equal(a.bytes, b.bytes, a.size);
    assert_true(observed_sound(a.bytes, a.size));
    assert_true(observed_find(a.bytes, a.size, OBSERVED_VALUE, "tickets", &value, &size));
    assert_memory_equal(value, &two, sizeof two);
    assert_false(observed_find(a.bytes, a.size, OBSERVED_TEXT, "tickets", &value, &size));
    assert_false(observed_find(a.bytes, a.size, OBSERVED_VALUE, "ticket", &value, &size));
    const size_t one_record = 2 + strlen("seats") + 4 + sizeof one;
    for (size_t cut = 1; cut < a.size; cut++)
        assert_int_equal(observed_sound(a.bytes, cut), cut == one_record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(every_cut_is_refused),
        cmocka_unit_test(every_changed_byte_is_survived),
        cmocka_unit_test(a_forged_length),
        cmocka_unit_test(printed_words_are_no_message),
        cmocka_unit_test(silence_is_late),
        cmocka_unit_test(observations),
    };
    return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
