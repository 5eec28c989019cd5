/* Turns for the given addition: lose one, then lose all but two. */
#include "check.h"

/* The header defines add(). The one to be tried is that of the submission,
 * which is instrumented; the copy in this file goes by another name. */
#define add add_uninstrumented
#include "lost_update.h"
#undef add
void add(int *total, int times);

#define THREADS 2

static const int once[] = {1};
static const int hundred_times[] = {100};

static void two_threads(const void *input)
{
    const int times = *(const int *)input;
    int total = 0;
    watch("total", total);
    #pragma omp parallel num_threads(THREADS)
    add(&total, times);
    observe("total", total);
}

/* Passes the learner's turns on. Which thread has how many steps left is
 * known only when they are taken; here is refused what no program can do. */
static void take_turns(struct turns *turns, const struct turn *list, size_t count,
                       int steps_of_a_thread)
{
    if (count == 0) {
        refuse(turns, "there are no turns yet");
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (list[i].steps < 1) {
            refuse(turns, "turn %zu gives %d steps to thread %d; a turn has at least one step\n"
                          "A turn is {thread, steps}. An array with a number between its [ ] is "
                          "filled up with {0, 0}: leave the number out.",
                   i + 1, list[i].steps, list[i].thread);
            return;
        }
        if (list[i].steps > steps_of_a_thread) {
            refuse(turns, "turn %zu gives %d steps to thread %d; each thread has %d in all",
                   i + 1, list[i].steps, list[i].thread, steps_of_a_thread);
            return;
        }
        turn(turns, list[i].thread, list[i].steps);
    }
}

static void turns_to_lose_one(const void *input, struct turns *turns)
{
    take_turns(turns, &SUBMITTED(const struct turn, lose_one),
               SUBMITTED_COUNT(struct turn, lose_one), 2 * *(const int *)input);
}

static void turns_to_end_in_two(const void *input, struct turns *turns)
{
    take_turns(turns, &SUBMITTED(const struct turn, end_in_two),
               SUBMITTED_COUNT(struct turn, end_in_two), 2 * *(const int *)input);
}

static void one_is_lost(const void *input, struct seen *seen)
{
    (void)input;
    if (!want(seen, "total", 1,
              "the total is %lld: no addition is lost; make it 1\n"
              "An addition is lost when a thread reads the total, the other thread "
              "adds, and then the first one writes.",
              seen_value(seen, "total")))
        return;
    if (seen_switches(seen) > 2)
        fault(seen,
              "one addition is lost, but with %d switches; fewer are enough\n"
              "A switch is a step of one thread right after a step of the other. "
              "Only one thread has to be interrupted, and only once.",
              seen_switches(seen));
}

static void two_are_left(const void *input, struct seen *seen)
{
    (void)input;
    long long total = seen_value(seen, "total");
    if (total == 200)
        fault(seen,
              "the total is 200: no addition is lost; make it 2\n"
              "Interrupt a thread between the read and the write of one addition.");
    else
        want(seen, "total", 2,
             "the total is %lld; make it 2\n"
             "A write overwrites everything that was added since its thread read the "
             "total. To end in 2, the last write must belong to an addition that has "
             "read 1.",
             total);
}

const struct exercise exercise = {
    .stars = 2,
    .rows = {
        {ONE_SCHEDULE, "one addition each: lose one", .points = 4,
         .body = two_threads, .judge = one_is_lost, INPUTS(once),
         .schedule = turns_to_lose_one},
        {ONE_SCHEDULE, "a hundred additions each: end in 2", .points = 6,
         .body = two_threads, .judge = two_are_left, INPUTS(hundred_times),
         .schedule = turns_to_end_in_two},
    },
};
