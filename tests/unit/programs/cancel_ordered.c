// A thread that waits for its turn is not released by who cancels: the turn of
// the iterations that were given up never passes. (gcc warns of the cancelled loop
// itself; with the region it has no way to know.)
// expect: PASS, outcomes 1
// expect: DEADLOCK, env OMP_CANCELLATION=true, says for its turn in an ordered
// expect -DDOACROSS: PASS, outcomes 1
// expect -DDOACROSS: DEADLOCK, env OMP_CANCELLATION=true, says depend(source) of iteration
#include <omp.h>
static int count;
static void loop(void)
{
#ifdef DOACROSS
#pragma omp for ordered(1) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
#pragma omp ordered depend(sink : i - 1)
        count++;
#pragma omp ordered depend(source)
    }
#else
#pragma omp for ordered schedule(static, 1)
    for (int i = 0; i < 4; i++) {
#pragma omp ordered
        count++;
    }
#endif
}
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
#pragma omp cancel parallel
        }
        loop();
    }
    return count;
}
