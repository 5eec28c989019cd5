/* workloads.c - small programs, each with one reason why two cores are not twice
 * as fast as one.
 *
 * Prints for each how long it takes with one thread and with two, in microseconds.
 * Built by bench_machine twice: with plain gcc for libgomp, and for the virtual
 * machine, whose clock and whose work() count then. Of a real time the median of
 * many runs counts; those are left out in which a thread lost its core, or whose
 * two cores were further apart than the table in cost.h has them.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* A microsecond of work for a core, so many times. */
#ifdef VIRTUAL
void work(int units);
static void unit(int units) { work(units); }
#else
static void unit(int units)
{
    double end = now() + units * 1000.0;
    while (now() < end)
        ;
}
#endif

/* Some hundred nanoseconds, without a look at a clock. */
static void some_turns(int turns)
{
    for (int i = 0; i < turns; i++)
        __asm__ volatile("" : "+r"(i));
}

/* ---- the workloads --------------------------------------------------------------------- */

static void imbalance(void)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 40; i++)
        unit(i);
}

static void tiny_tasks(void)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 200; i++) {
#pragma omp task
        unit(1);
    }
}

static void serial_part(void)
{
    unit(200);
#pragma omp parallel for
    for (int i = 0; i < 40; i++)
        unit(10);
}

static double reduction(void)
{
    double sum = 0;
    for (int round = 0; round < 10; round++) {
#pragma omp parallel for reduction(+ : sum)
        for (int i = 0; i < 20; i++) {
            unit(1);
            sum += i;
        }
    }
    return sum;
}

static void stencil(void)
{
#pragma omp parallel
    for (int step = 0; step < 50; step++) {
#pragma omp for
        for (int part = 0; part < 4; part++)
            unit(2);
    }
}

static omp_lock_t locks[8];
static struct {
    _Alignas(64) long count;
} buckets[8];

static void lock_per_bucket(void)
{
#pragma omp parallel for
    for (int i = 0; i < 400; i++) {
        int at = i * 5 % 8;
        unit(1);
        omp_set_lock(&locks[at]);
        buckets[at].count++;
        omp_unset_lock(&locks[at]);
    }
}

static long all_count;

static void one_lock(void)
{
#pragma omp parallel for
    for (int i = 0; i < 200; i++) {
        unit(2);
#pragma omp critical
        {
            unit(1);
            all_count++;
        }
    }
}

static void dynamic_chunks(void)
{
#pragma omp parallel for schedule(dynamic, 1)
    for (int i = 0; i < 400; i++)
        unit(1 + i % 3);
}

static _Alignas(64) volatile int neighbours[32];

static void count(int pitch)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2000; k++) {
            neighbours[pitch * i]++;
            some_turns(100);
        }
}

static void false_sharing(void) { count(1); }
static void apart(void) { count(16); }

static void tree(int depth)
{
    unit(2);
    if (depth == 0)
        return;
#pragma omp task final(depth < 3)
    tree(depth - 1);
#pragma omp task final(depth < 3)
    tree(depth - 1);
#pragma omp taskwait
}

static void task_tree(void)
{
#pragma omp parallel
#pragma omp single
    tree(6);
}

static void pipeline(void)
{
    int items[20] = {0};
    (void)items;
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 20; i++) {
#pragma omp task depend(out : items[i])
        unit(10);
#pragma omp task depend(inout : items[i]) depend(inout : locks)
        unit(15);
    }
}

static void reduce(void) { reduction(); }

static const struct workload {
    const char *name;
    void (*run)(void);
} workloads[] = {
    {"imbalance", imbalance},
    {"tiny tasks", tiny_tasks},
    {"a serial part", serial_part},
    {"reductions", reduce},
    {"a stencil's barriers", stencil},
    {"a lock per bucket", lock_per_bucket},
    {"one lock", one_lock},
    {"dynamic chunks", dynamic_chunks},
    {"false sharing", false_sharing},
    {"the same on lines of their own", apart},
    {"a task tree, cut off", task_tree},
    {"a pipeline of tasks", pipeline},
};

/* ---- times ------------------------------------------------------------------------------- */

#ifdef VIRTUAL
enum { RUNS = 1, TRIES = 1 };
static long lost_cores(void) { return 0; }
static int cores_are_near(void) { return 1; }
#else
enum { RUNS = 40, TRIES = 1000 };

static long lost_cores(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nivcsw;
}

static _Alignas(64) int ball;

/* The host moves our cores about: is a line's way from one to the other short? */
static int cores_are_near(void)
{
    double start = now();
    ball = 0;
#pragma omp parallel num_threads(2)
    for (int i = omp_get_thread_num(); i < 300; i += 2) {
        while (__atomic_load_n(&ball, __ATOMIC_ACQUIRE) != i)
            ;
        __atomic_store_n(&ball, i + 1, __ATOMIC_RELEASE);
    }
    return (now() - start) / 300 < 100;
}
#endif

/* One run with so many threads; less than 0 when it does not count. */
static double time_of(const struct workload *workload, int threads)
{
    omp_set_num_threads(threads);
    if (!cores_are_near())
        return -1;
    long lost = lost_cores();
    double start = now();
    workload->run();
    double time = now() - start;
    return lost_cores() == lost ? time : -1;
}

static int smaller(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, smaller);
    return count > 0 ? times[count / 2] : 0;
}

static void tell_times(const struct workload *workload)
{
    static double times[2][RUNS];
    int count[2] = {0, 0};
    double last = now() + 2e9; /* nanoseconds */
    for (int i = 0; i < TRIES && now() < last && (count[0] < RUNS || count[1] < RUNS); i++)
        for (int n = 0; n < 2; n++) {
            double time = time_of(workload, n + 1);
            if (time >= 0 && count[n] < RUNS)
                times[n][count[n]++] = time;
        }
    if (count[0] == 0 || count[1] == 0)
        return;
    printf("%.3f %.3f %s\n", median(times[0], count[0]) * 1e-3, median(times[1], count[1]) * 1e-3,
           workload->name);
}

int main(void)
{
    for (int i = 0; i < 8; i++)
        omp_init_lock(&locks[i]);
    for (size_t i = 0; i < sizeof workloads / sizeof *workloads; i++)
        tell_times(&workloads[i]);
    for (int i = 0; i < 8; i++)
        omp_destroy_lock(&locks[i]);
    return 0;
}
