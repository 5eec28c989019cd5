/* test_jobs.c - a search in two processes gives the answer of one, to the byte.
 *
 * Each program is searched in one process and in two that part from the first
 * round of turns on, and all that the answer holds is compared: outcomes in
 * their order, schedules, races, counts. Some have a second process that dies.
 * And in one process without checkpoints: they change nothing either.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/checkpoint.h"
#include "interleave/environment.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"
#include "unit/built.h"

#define FOLDER "tests/unit/programs"
#define REPEATED 3

struct program {
    const char *file, *flag;
    uint64_t max_steps;
    int dies_after; /* executions of the second process; 0: it does not */
    bool restarts;  /* most of its executions do not start at a checkpoint */
};

enum { WITHOUT_CHECKPOINTS = 0 }; /* and in one process */

static const struct program programs[] = {
    {"long_rare_race.c", NULL, 0, 0, true},
    {"long_rare_deadlock.c", NULL, 0, 0, true},
    {"long_rare_end.c", NULL, 0, 0, true},
    {"long_rare_task.c", NULL, 0, 0, true},
    {"booking.c", "-DN=3", 0, 0, false},
    {"atomic_capture_max.c", NULL, 0, 0, true},
    {"bounded_buffer.c", NULL, 0, 0, true},
    {"c11_spin_lock.c", NULL, 0, 0, true},
    {"idiom_bakery.c", NULL, 0, 0, true},
    {"idiom_dekker.c", NULL, 0, 0, true},
    {"idiom_exchange_lock.c", "-DFREE=__ATOMIC_RELEASE", 0, 0, true},
    {"idiom_peterson.c", "-DORDER=seq_cst", 0, 0, true},
    {"idiom_hold_and_try.c", NULL, 0, 0, true},
    {"atomic_float.c", NULL, 0, 0, true},
    {"idiom_token_ring.c", "-DT=2", 0, 0, true},
    {"cancel_for.c", NULL, 0, 0, true},
    {"critical_queue.c", NULL, 0, 0, true},
    {"exit_race.c", NULL, 0, 0, true},
    {"files_apart.c", NULL, 0, 0, true},
    {"files_input.c", NULL, 0, 0, true},
    {"idiom_treiber_stack.c", "-DT=2", 0, 0, true},
    {"lock_order.c", NULL, 0, 0, true},
    {"lock_luck_long.c", NULL, 0, 0, true},
    {"philosophers.c", NULL, 0, 0, true},
    {"task_fibonacci.c", NULL, 0, 0, true},
    {"task_many.c", NULL, 0, 0, true},
    {"task_reduction_none.c", NULL, 0, 0, true},
    {"endless.c", NULL, 0, 0, true},
    {"divide.c", NULL, 0, 0, true},
    {"bad_stack.c", "-DWAY=1", 0, 0, true},
    {"libc_strtok_race.c", NULL, 0, 0, true},
    {"task_yield.c", NULL, 0, 0, true},
    {"idiom_once.c", NULL, 0, 0, true},
    {"long_rare_race.c", NULL, 0, 1, true},
    {"long_rare_end.c", NULL, 0, 1200, true},
    {"booking.c", "-DN=3", 0, 700, true},
    {"booking.c", "-DN=3", 0, 1370, true}, /* the last turn of the engine that ends first */
    {"long_rare_end.c", NULL, 30, 0, true},
    {"print_parallel.c", NULL, 0, 0, true},
    {"threadprivate_sum.c", "-DN=6", 0, 0, true},
    {"task_detach.c", NULL, 0, 0, true},
    {"task_mutexinoutset_two.c", NULL, 0, 0, true},
    {"task_threadprivate.c", NULL, 0, 0, true},
    {"doacross_two.c", NULL, 0, 0, true},
    {"nested_locks.c", NULL, 0, 0, true},
    {"allocator_pool.c", NULL, 0, 0, true},
    {"random_draws.c", NULL, 0, 0, true},
    {"teams_lock.c", "-DTEAMS=1", 0, 0, true},
};

/* ---- a search in a process of its own ----------------------------------------- */

static int (*program)(int, char **);
static pid_t first_process;
static int dies_after;

/* By the number of executions that this process began. */
static void may_die(void)
{
    static uint64_t before;
    uint64_t begun = stage.execution + stage.resumed;
    if (!before)
        before = begun - 1;
    if (dies_after && begun - before >= (uint64_t)dies_after)
        raise(SIGKILL);
}

static void body(const void *input)
{
    (void)input;
    char *arguments[] = {(char *)(uintptr_t) "program", NULL};
    interleave_construct(1, arguments, environ);
    int status = program(1, arguments);
    if (getpid() != first_process)
        may_die();
    interleave_outcome(&status, sizeof status);
}

static void write_outcome(FILE *to, const struct outcome *o)
{
    char *id = choices_id(&o->choices);
    fprintf(to, "%d %d %d schedules %" PRIu64 " steps %d preemptions %d race %d %s\n", o->verdict,
            o->exit_status, o->signal, o->schedules, o->steps, o->preemptions, o->race, id);
    fprintf(to, "says %s\n", o->message ? o->message : "nothing");
    fwrite(o->bytes, 1, o->size, to);
    fwrite(o->output, 1, o->output_size, to);
    fputc('\n', to);
    free(id);
}

static void write_side(FILE *to, const struct access *a)
{
    fprintf(to, "  %p %d %d %d%d%d %p %d %u\n", a->pc, a->thread, a->number, a->write, a->atomic,
            a->task, a->made_at, a->leaves, a->size);
}

static void write_answer(FILE *to, const struct answer *a)
{
    fprintf(to, "verdict %d complete %d cut %d counted %d schedules %" PRIu64, a->verdict,
            a->complete, a->cut, a->counted, a->schedules);
    fprintf(to, " executions %" PRIu64 " weak %d widest %d worst %d\nsays %s\n", a->executions,
            a->weak_atomics, a->widest_team, a->worst, a->message ? a->message : "nothing");
    for (int i = 0; i < a->outcome_count; i++)
        write_outcome(to, &a->outcomes[i]);
    for (int i = 0; i < a->race_count; i++) {
        const struct race *race = &a->races[i];
        fprintf(to, "race on %s at %" PRIxPTR ", lanes %u %u, team %d\n", race->name, race->address,
                race->lane[0], race->lane[1], race->team);
        write_side(to, &race->first);
        write_side(to, &race->second);
    }
}

static _Noreturn void in_child(const struct program *p, const char *object, int jobs, FILE *to)
{
    environment_read();
    if (interleave_load(object, true))
        _exit(99);
    void *handle = dlopen(object, RTLD_NOW | RTLD_NOLOAD);
    *(void **)&program = dlsym(handle, "main");
    first_process = getpid();
    if (jobs == WITHOUT_CHECKPOINTS)
        checkpoint_limit = 0;
    dies_after = p->dies_after;
    struct ask ask = {.body = body,
                      .jobs = jobs,
                      .jobs_from = 1,
                      .max_steps = p->max_steps,
                      .long_runs = p->max_steps > 0,
                      .other_teams = true};
    struct answer answer;
    interleave_explore(&ask, &answer);
    if (jobs == WITHOUT_CHECKPOINTS && stage.resumed > 0)
        _exit(98);
#if !defined(__SANITIZE_ADDRESS__)
    if (jobs == 1 && !p->restarts && stage.resumed < answer.executions / 2)
        _exit(97);
#endif
    write_answer(to, &answer);
    answer_free(&answer);
    fclose(to);
    _exit(0);
}

/* All that the answer holds, as text (malloc'ed). */
static char *answer_of(const struct program *p, const char *object, int jobs)
{
    FILE *to = tmpfile();
    assert_non_null(to);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        in_child(p, object, jobs, to);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    fseek(to, 0, SEEK_END);
    size_t size = (size_t)ftell(to);
    rewind(to);
    char *text = malloc(size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, size, to), size);
    text[size] = '\0';
    fclose(to);
    return text;
}

static const char *object_of(const struct program *p)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", FOLDER, p->file);
    const char *flags[] = {p->flag, NULL};
    return built(path, flags);
}

/* ---- the tests -------------------------------------------------------------------- */

static void same_answer(void **state)
{
    const struct program *p = *state;
    const char *object = object_of(p);
    assert_non_null(object);
    char *one = answer_of(p, object, 1), *plain = answer_of(p, object, WITHOUT_CHECKPOINTS);
    assert_string_equal(plain, one);
    free(plain);
    for (int i = 0; i < REPEATED; i++) {
        char *two = answer_of(p, object, 2);
        assert_string_equal(two, one);
        free(two);
    }
    free(one);
}

int main(void)
{
    enum { COUNT = sizeof programs / sizeof *programs };
    struct CMUnitTest tests[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){programs[i].file, same_answer, NULL, NULL,
                                       (void *)(uintptr_t)&programs[i]};
    return _cmocka_run_group_tests("jobs", tests, COUNT, NULL, NULL);
}
