// A program that calls libgomp itself, with a region in two calls: each takes its
// part of a common loop. Two threads add to one sum, or each to its own.
// expect: RACE, on sum
// expect -DOWN: PASS, outcomes 1
// expect -DSPLIT: CRASH, says without the GOMP_parallel_start
#include <assert.h>
#include <omp.h>
#include <stdbool.h>
void GOMP_parallel_start(void (*)(void *), void *, unsigned);
void GOMP_parallel_loop_dynamic_start(void (*)(void *), void *, unsigned, long, long, long, long);
void GOMP_parallel_end(void);
bool GOMP_loop_dynamic_next(long *, long *);
void GOMP_loop_end_nowait(void);
void GOMP_barrier(void);

static int sum, parts[2], team;

static void loop(void *data)
{
    long first, end;
    (void)data;
    while (GOMP_loop_dynamic_next(&first, &end))
        for (long i = first; i < end; i++)
#ifdef OWN
            parts[omp_get_thread_num()] += (int)i;
#else
            sum += (int)i;
#endif
    GOMP_loop_end_nowait();
}

static void region(void *data)
{
    (void)data;
    GOMP_barrier();
    if (omp_get_thread_num() == 0)
        team = omp_get_num_threads();
}

int main(void)
{
    GOMP_parallel_start(region, (void *)0, 2);
    region((void *)0);
    GOMP_parallel_end();
#ifdef SPLIT
    GOMP_parallel_end();
#endif
    GOMP_parallel_loop_dynamic_start(loop, (void *)0, 2, 1, 4, 1, 2);
    loop((void *)0);
    GOMP_parallel_end();
    assert(team == 2 && omp_get_level() == 0);
    sum += parts[0] + parts[1];
    return sum == 6 ? 0 : 1;
}
