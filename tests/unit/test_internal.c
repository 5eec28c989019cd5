/* test_internal.c - a fault of the runtime itself is said so, and ends at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/explore.h"
#include "interleave/signals.h"

void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags);
void GOMP_critical_start(void);
void GOMP_critical_end(void);

static void meet(void *data)
{
    (void)data;
    GOMP_critical_start();
    GOMP_critical_end();
}

static void two_threads(const void *input)
{
    (void)input;
    GOMP_parallel(meet, NULL, 2, 0);
}

static int choose_nobody(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    (void)enabled;
    (void)last;
    raise(SIGSEGV);
    return 0;
}

/* In a child: the text goes to the pipe, the status is that of the tool. */
static void ask_crashing_policy(int out)
{
    struct policy policy = {.choose = choose_nobody, .every_step = true};
    struct ask ask = {.body = two_threads};
    dup2(out, 2);
    signals_install();
    explore_prepare(&ask);
    stage_run(two_threads, NULL, &policy);
    _exit(0);
}

static void a_crash_of_the_policy_is_internal(void **state)
{
    (void)state;
    int ends[2], status;
    char said[200] = "";
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0)
        ask_crashing_policy(ends[1]);
    close(ends[1]);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 70);
    assert_string_equal(said, "[internal] the runtime itself crashed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_crash_of_the_policy_is_internal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
