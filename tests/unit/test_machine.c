/* test_machine.c - the virtual machine: each cost shows on a program made for it.
 *
 * Bodies are compiled with this file and call the runtime as gcc's code does;
 * accesses that the sanitizer would report are reported by hand. Figures are
 * bounds that follow from the program, not from the table of costs; the same
 * question asked twice has exactly the same answer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <omp.h>
#include <stdbool.h>
#include <string.h>

#include "interleave/environment.h"
#include "interleave/interleave.h"

static const uint64_t UNIT = 1000;

void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags);
void GOMP_critical_start(void);
void GOMP_critical_end(void);
void GOMP_barrier(void);
bool GOMP_barrier_cancel(void);
bool GOMP_cancel(int which, bool wanted);
void __tsan_write4(void *address);

static struct machine ask_machine(void (*body)(const void *), int cores)
{
    struct ask ask = {.body = body};
    struct machine machine = {.cores = cores}, again = {.cores = cores};
    struct answer answer;
    struct trace trace = {0};
    assert_int_equal(interleave_machine(&ask, &machine, &answer, &trace), 0);
    answer_free(&answer);
    trace_free(&trace);
    assert_int_equal(interleave_machine(&ask, &again, &answer, NULL), 0);
    answer_free(&answer);
    assert_int_equal(machine.makespan, again.makespan);
    assert_memory_equal(machine.busy, again.busy, sizeof machine.busy);
    return machine;
}

/* ---- a cancelled region ------------------------------------------------------- */

static int criticals; /* before it cancels: some time */

static void cancelled_beside_a_barrier(void *data)
{
    (void)data;
    if (omp_get_thread_num() == 1) {
        GOMP_barrier_cancel();
        return;
    }
    for (int i = 0; i < criticals; i++) {
        GOMP_critical_start();
        GOMP_critical_end();
    }
    GOMP_cancel(1, true);
}

static void one_cancels(const void *input)
{
    (void)input;
    GOMP_parallel(cancelled_beside_a_barrier, NULL, 2, 0);
}

/* Who is on the way to the barrier meanwhile does not wait there. */
static void cancel_before_the_arrival(void **state)
{
    (void)state;
    struct ask ask = {.body = one_cancels};
    int passed = 0;
    environment.cancellation = true;
    for (criticals = 0; criticals < 20; criticals++) {
        struct machine machine = {.cores = 2};
        struct answer answer;
        if (interleave_machine(&ask, &machine, &answer, NULL) == 0)
            passed += strcmp(verdict_name(answer.verdict), "PASS") == 0;
        answer_free(&answer);
    }
    environment.cancellation = false;
    assert_int_equal(passed, 20);
}

/* ---- four equal shares ------------------------------------------------------- */

static void share_of_400(void *data)
{
    (void)data;
    interleave_work(400 / omp_get_num_threads());
}

static void four_shares(const void *input)
{
    (void)input;
    GOMP_parallel(share_of_400, NULL, 0, 0);
}

static void equal_shares_take_a_quarter(void **state)
{
    (void)state;
    struct machine m = ask_machine(four_shares, 4);
    assert_in_range(m.makespan, 100 * UNIT, 105 * UNIT);
    assert_in_range(m.serial, 400 * UNIT, 401 * UNIT);
    assert_in_range(m.span, 100 * UNIT, 105 * UNIT);
    for (int core = 0; core < 4; core++)
        assert_in_range(m.busy[core], 100 * UNIT, 105 * UNIT);
    for (int thread = 0; thread < 4; thread++)
        assert_int_equal(m.units_by_thread[thread], 100);
    assert_int_equal(m.lock_waiting, 0);
}

static void more_threads_than_cores_share_them(void **state)
{
    (void)state;
    struct machine two = ask_machine(four_shares, 2), one = ask_machine(four_shares, 1);
    assert_in_range(two.makespan, 200 * UNIT, 230 * UNIT);
    assert_in_range(one.makespan, 400 * UNIT, 450 * UNIT);
    assert_int_equal(one.busy[1], 0);
}

static void more_cores_than_threads_stay_idle(void **state)
{
    (void)state;
    struct machine m = ask_machine(four_shares, 64);
    assert_in_range(m.makespan, 100 * UNIT, 105 * UNIT);
    int busy = 0;
    for (int core = 0; core < 64; core++)
        busy += m.busy[core] >= 100 * UNIT;
    assert_int_equal(busy, 4);
}

/* ---- imbalance, locks, pauses ------------------------------------------------- */

static void unequal(void *data)
{
    (void)data;
    interleave_work(100 * (omp_get_thread_num() + 1));
    GOMP_barrier();
}

static void unequal_shares(const void *input)
{
    (void)input;
    GOMP_parallel(unequal, NULL, 4, 0);
}

static void the_longest_share_decides(void **state)
{
    (void)state;
    struct machine m = ask_machine(unequal_shares, 4);
    assert_in_range(m.makespan, 400 * UNIT, 405 * UNIT);
    assert_in_range(m.waiting[0] + m.waiting[1] + m.waiting[2] + m.waiting[3], 600 * UNIT,
                    620 * UNIT);
}

static void one_at_a_time(void *data)
{
    (void)data;
    GOMP_critical_start();
    interleave_work(50);
    GOMP_critical_end();
}

static void in_a_critical(const void *input)
{
    (void)input;
    GOMP_parallel(one_at_a_time, NULL, 4, 0);
}

static void a_critical_section_is_served_one_by_one(void **state)
{
    (void)state;
    struct machine m = ask_machine(in_a_critical, 4);
    assert_in_range(m.makespan, 200 * UNIT, 206 * UNIT);
    assert_in_range(m.lock_waiting, 290 * UNIT, 310 * UNIT); /* 50 + 100 + 150 */
}

static void rest(void *data)
{
    (void)data;
    interleave_pause(100);
    interleave_work(10);
}

static void pauses(const void *input)
{
    (void)input;
    GOMP_parallel(rest, NULL, 4, 0);
}

static void pauses_overlap_even_on_one_core(void **state)
{
    (void)state;
    struct machine m = ask_machine(pauses, 1);
    assert_in_range(m.makespan, 140 * UNIT, 155 * UNIT);
    assert_in_range(m.busy[0], 40 * UNIT, 50 * UNIT);
}

/* ---- cache lines ---------------------------------------------------------------- */

static _Alignas(64) int counters[64];

static void count_with(int pitch)
{
    int *mine = &counters[(size_t)omp_get_thread_num() * (size_t)pitch];
    for (int i = 0; i < 1000; i++) {
        __tsan_write4(mine);
        ++*mine;
    }
}

static void count_close(void *data)
{
    (void)data;
    count_with(1);
}

static void count_apart(void *data)
{
    (void)data;
    count_with(16);
}

static void counters_close(const void *input)
{
    (void)input;
    GOMP_parallel(count_close, NULL, 4, 0);
}

static void counters_apart(const void *input)
{
    (void)input;
    GOMP_parallel(count_apart, NULL, 4, 0);
}

static void neighbours_on_a_line_share_it_falsely(void **state)
{
    (void)state;
    struct machine close = ask_machine(counters_close, 4);
    struct machine apart = ask_machine(counters_apart, 4);
    assert_true(close.makespan > 10 * apart.makespan);
    assert_true(close.line_count >= 1);
    assert_true(close.lines[0].is_false);
    assert_true(close.lines[0].transfers > 500);
    for (int i = 0; i < apart.line_count; i++)
        assert_false(apart.lines[i].is_false && apart.lines[i].transfers > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cancel_before_the_arrival),
        cmocka_unit_test(equal_shares_take_a_quarter),
        cmocka_unit_test(more_threads_than_cores_share_them),
        cmocka_unit_test(more_cores_than_threads_stay_idle),
        cmocka_unit_test(the_longest_share_decides),
        cmocka_unit_test(a_critical_section_is_served_one_by_one),
        cmocka_unit_test(pauses_overlap_even_on_one_core),
        cmocka_unit_test(neighbours_on_a_line_share_it_falsely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
