// grainsize and num_tasks, strict or not: so many tasks, of so many iterations.
// Five iterations; each task counts itself at its first.
// expect -DPIECES=grainsize(2) -DTASKS=2: PASS, outcomes 1
// expect -DPIECES=num_tasks(3) -DTASKS=3: PASS, outcomes 1
// expect -DSTRICT_GRAIN -DTASKS=3: PASS, outcomes 1
// expect -DSTRICT_TASKS -DTASKS=3: PASS, outcomes 1
// expect -DPIECES=num_tasks(8) -DTASKS=5: PASS, outcomes 1
// expect -DPIECES=num_tasks(2) -DTASKS=2 -DBARE: RACE, on tasks
#if defined STRICT_GRAIN
#define PIECES grainsize(strict : 2)
#elif defined STRICT_TASKS
#define PIECES num_tasks(strict : 3)
#endif
#define TEXT(x) #x
#define PRAGMA(x) _Pragma(TEXT(x))
int main(void)
{
    int tasks = 0, met = 0;
#pragma omp parallel num_threads(2) shared(tasks) firstprivate(met)
#pragma omp single
    PRAGMA(omp taskloop PIECES firstprivate(met) shared(tasks))
    for (int i = 0; i < 5; i++) {
        if (!met) {
#ifndef BARE
#pragma omp atomic
#endif
            tasks++;
        }
        met = 1;
    }
    return tasks == TASKS ? 0 : 1;
}
