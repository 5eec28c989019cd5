/* costs.c - what things cost with one thread and with two, in nanoseconds.
 *
 * Built by bench_machine twice: with plain gcc for libgomp, and for the virtual
 * machine. Each figure is the median of many short batches; those in which a
 * thread lost its core are left out. cost.h says what is made of them.
 *
 * "extra" is what an operation with some work after it costs more where two
 * threads do so than where one does: that is the price of meeting.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#ifndef BATCHES
#define BATCHES 150
#endif

#define TURNS 80 /* of a loop: some work */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Times that a thread of this process had to give up its core. */
static long lost_cores(void)
{
#ifdef VIRTUAL
    return 0;
#else
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nivcsw;
#endif
}

static int smaller(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

typedef void batch(int threads, int operations);

/* The median time of one operation; a batch does so many in each thread. */
static double median(batch *run, int threads, int operations)
{
    static double times[BATCHES];
    int count = 0;
    for (int i = 0; i < 4 * BATCHES && count < BATCHES; i++) {
        long lost = lost_cores();
        double start = now();
        run(threads, operations);
        double time = now() - start;
        if (lost_cores() == lost)
            times[count++] = time / operations;
    }
    if (count == 0)
        return 0;
    qsort(times, (size_t)count, sizeof *times, smaller);
    return times[count / 2];
}

static void tell(const char *what, batch *run, int threads, int operations)
{
    printf("%.1f %s\n", median(run, threads, operations), what);
}

static void tell_extra(const char *what, batch *run, int operations)
{
    printf("%.1f %s, extra\n", median(run, 2, operations) - median(run, 1, operations), what);
}

static void some_work(int turns)
{
    for (int i = 0; i < turns; i++)
        __asm__ volatile("" : "+r"(i));
}

/* ---- plain code ---------------------------------------------------------------------- */

static void accesses(int threads, int n)
{
    static volatile int data[1024];
    (void)threads;
    for (int i = 0; i < n; i++)
        data[i & 1023] = data[i & 511] + i;
}

static void blocks(int threads, int n)
{
    (void)threads;
    some_work(n);
}

static void allocations(int threads, int n)
{
    (void)threads;
    for (int i = 0; i < n; i++) {
        void *volatile block = malloc(40);
        free(block);
    }
}

/* ---- lines ----------------------------------------------------------------------------- */

static _Alignas(64) volatile int ball, neighbours[16];

/* Each waits for the other's number and answers with the next: a way there is
 * one operation. */
static void ping_pong(int threads, int n)
{
    ball = 0;
#pragma omp parallel num_threads(threads)
    for (int i = omp_get_thread_num(); i < n && omp_get_num_threads() == 2; i += 2) {
        int seen;
        do {
#pragma omp atomic read
            seen = ball;
        } while (seen != i);
#pragma omp atomic write
        ball = i + 1;
    }
}

static void write_near(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++)
        neighbours[omp_get_thread_num()]++;
}

static void write_near_and_work(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
        neighbours[omp_get_thread_num()]++;
        some_work(TURNS);
    }
}

/* ---- one at a time ----------------------------------------------------------------------- */

static _Alignas(64) long counter;
static _Alignas(64) omp_lock_t lock;

static void atomics(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        counter++;
    }
}

static void atomics_and_work(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        counter++;
        some_work(TURNS);
    }
}

static void criticals(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp critical
        counter++;
    }
}

static void criticals_and_work(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp critical
        counter++;
        some_work(TURNS);
    }
}

static void locks(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
        omp_set_lock(&lock);
        counter++;
        omp_unset_lock(&lock);
    }
}

/* ---- sharing work out --------------------------------------------------------------------- */

static void dynamic(int threads, int n)
{
#pragma omp parallel for num_threads(threads) schedule(dynamic, 1)
    for (int i = 0; i < n * threads; i++)
        some_work(1);
}

static void dynamic_and_work(int threads, int n)
{
#pragma omp parallel for num_threads(threads) schedule(dynamic, 1)
    for (int i = 0; i < n * threads; i++)
        some_work(TURNS);
}

static void guided(int threads, int n)
{
#pragma omp parallel for num_threads(threads) schedule(guided, 1)
    for (int i = 0; i < n * threads; i++)
        some_work(1);
}

static void ordered(int threads, int n)
{
#pragma omp parallel for num_threads(threads) schedule(static, 1) ordered
    for (int i = 0; i < n * threads; i++) {
#pragma omp ordered
        counter++;
    }
}

static void singles(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp single nowait
        some_work(1);
    }
}

static void barriers(int threads, int n)
{
#pragma omp parallel num_threads(threads)
    for (int i = 0; i < n; i++) {
#pragma omp barrier
    }
}

static void regions(int threads, int n)
{
    for (int i = 0; i < n; i++) {
#pragma omp parallel num_threads(threads)
        __asm__ volatile("" ::: "memory");
    }
}

static void reductions(int threads, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) {
#pragma omp parallel num_threads(threads) reduction(+ : sum)
        sum += 1;
    }
}

/* ---- tasks ----------------------------------------------------------------------------------- */

static void tasks(int threads, int n)
{
#pragma omp parallel num_threads(threads)
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        some_work(1);
    }
}

static void tasks_and_work(int threads, int n)
{
#pragma omp parallel num_threads(threads)
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        some_work(10 * TURNS);
    }
}

static void taskwaits(int threads, int n)
{
#pragma omp parallel num_threads(threads)
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        some_work(1);
#pragma omp taskwait
    }
}

int main(void)
{
    omp_init_lock(&lock);
    tell("a region of one", regions, 1, 200);
    regions(2, 10); /* the threads are started */
    tell("a line to the other core and back", ping_pong, 2, 1000);
    tell("a turn of an empty loop", blocks, 1, 20000);
    tell("a turn of a loop with three accesses", accesses, 1, 20000);
    tell("malloc and free", allocations, 1, 500);
    tell("a write, alone", write_near, 1, 2000);
    tell("a write beside another thread's", write_near, 2, 1000);
    tell_extra("a write beside another thread's, and work", write_near_and_work, 500);
    tell("an atomic update, alone", atomics, 1, 2000);
    tell("an atomic update, two threads", atomics, 2, 1000);
    tell_extra("an atomic update and work", atomics_and_work, 500);
    tell("a critical section, alone", criticals, 1, 1000);
    tell("a critical section, two threads", criticals, 2, 500);
    tell_extra("a critical section and work", criticals_and_work, 300);
    tell("a lock, alone", locks, 1, 1000);
    tell("a lock, two threads", locks, 2, 500);
    tell("a dynamic chunk, alone", dynamic, 1, 1000);
    tell("a dynamic chunk, two threads", dynamic, 2, 500);
    tell_extra("a dynamic chunk and work", dynamic_and_work, 300);
    tell("a turn of a guided loop, two threads", guided, 2, 2000);
    tell("an ordered turn, two threads", ordered, 2, 200);
    tell("a single, two threads", singles, 2, 500);
    tell("a barrier of two", barriers, 2, 200);
    tell("a region of two", regions, 2, 100);
    tell("a region of two with a reduction", reductions, 2, 100);
    tell("a task, alone", tasks, 1, 500);
    tell("a task, two threads", tasks, 2, 100);
    tell("a task with ten times the work, one thread", tasks_and_work, 1, 100);
    tell("a task with ten times the work, two threads", tasks_and_work, 2, 100);
    tell("a task and a taskwait, two threads", taskwaits, 2, 100);
    return 0;
}
