/* costs.c - what things cost on libgomp with two threads, in nanoseconds.
 *
 * Built by bench_machine with plain gcc and libgomp. Each figure is the least of
 * many short batches: with a thread that has lost its core everybody waits, and
 * a batch is short enough that some are left alone. cost.h says what is made of them.
 */
#include <omp.h>
#include <stdio.h>
#include <time.h>

#ifndef BATCHES
#define BATCHES 300
#endif

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* The least time of a batch of so many operations, for one of them. */
static void measure(const char *what, void (*batch)(int), int operations)
{
    double least = 1e18;
    for (int i = 0; i < BATCHES; i++) {
        double start = now();
        batch(operations);
        double time = now() - start;
        least = time < least ? time : least;
    }
    printf("%.1f %s\n", least / operations, what);
}

static void regions(int n)
{
    for (int i = 0; i < n; i++) {
#pragma omp parallel num_threads(2)
        __asm__ volatile("" ::: "memory");
    }
}

static void barriers(int n)
{
#pragma omp parallel num_threads(2)
    for (int i = 0; i < n; i++) {
#pragma omp barrier
    }
}

static void chunks_alone(int n)
{
#pragma omp parallel for num_threads(1) schedule(dynamic, 1)
    for (int i = 0; i < n; i++)
        __asm__ volatile("" ::: "memory");
}

static void chunks_shared(int n)
{
#pragma omp parallel for num_threads(2) schedule(dynamic, 1)
    for (int i = 0; i < n; i++)
        __asm__ volatile("" ::: "memory");
}

static void locks_alone(int n)
{
    for (int i = 0; i < n; i++) {
#pragma omp critical
        __asm__ volatile("" ::: "memory");
    }
}

static void locks_shared(int n)
{
#pragma omp parallel num_threads(2)
    for (int i = 0; i < n / 2; i++) {
#pragma omp critical
        __asm__ volatile("" ::: "memory");
    }
}

static _Alignas(64) long counter;

static void atomics_alone(int n)
{
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        counter++;
    }
}

static void atomics_shared(int n)
{
#pragma omp parallel num_threads(2)
    for (int i = 0; i < n / 2; i++) {
#pragma omp atomic
        counter++;
    }
}

/* Each waits for the other's number and answers with the next: a line's way
 * there is one operation. */
static _Alignas(64) int ball;

static void ping_pong(int n)
{
    ball = 0;
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        for (int i = me; i < n && omp_get_num_threads() == 2; i += 2) {
            int seen;
            do {
#pragma omp atomic read
                seen = ball;
            } while (seen != i);
#pragma omp atomic write
            ball = i + 1;
        }
    }
}

#ifndef WITHOUT_TASKS /* of the runtime's to come */
static void tasks(int n)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        __asm__ volatile("" ::: "memory");
    }
}
#endif

static void accesses(int n)
{
    static volatile int data[1024];
    for (int i = 0; i < n; i++)
        data[i & 1023] = data[i & 511] + i;
}

int main(void)
{
    regions(10); /* the threads are started */
    measure("a basic block and an access", accesses, 100000);
    measure("an atomic update, alone", atomics_alone, 10000);
    measure("an atomic update, two threads in turns", atomics_shared, 2000);
    measure("a line to the other core", ping_pong, 2000);
    measure("a critical section, alone", locks_alone, 10000);
    measure("a critical section, two threads at once", locks_shared, 2000);
    measure("a chunk of a dynamic loop, alone", chunks_alone, 10000);
    measure("a chunk of a dynamic loop, two threads", chunks_shared, 2000);
    measure("a barrier of two", barriers, 500);
    measure("a region of two: fork and join", regions, 200);
#ifndef WITHOUT_TASKS
    measure("a task, created and run", tasks, 500);
#endif
    return 0;
}
