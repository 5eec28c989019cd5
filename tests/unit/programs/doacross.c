// Each iteration comes after the one before it: no race, one outcome.
// expect: PASS, outcomes 1
// expect -DSCHEDULE=dynamic,2: PASS, outcomes 1
// expect -DSCHEDULE=guided: PASS, outcomes 1
// expect -DSCHEDULE=runtime: PASS, outcomes 1, threads 2
// expect -DSINK=2: RACE, on a[3]
#ifndef SCHEDULE
#define SCHEDULE static
#endif
#ifndef SINK
#define SINK 1
#endif
int a[6] = {1};
int main(void)
{
#pragma omp parallel for ordered(1) schedule(SCHEDULE) num_threads(2)
    for (int i = 1; i < 6; i++) {
#pragma omp ordered depend(sink : i - SINK)
        a[i] = a[i - 1] + i;
#pragma omp ordered depend(source)
    }
    return a[5] != 16;
}
