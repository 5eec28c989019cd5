// A thread dies of what a task has not done yet: nothing orders the two.
// expect: RACE, on x
// expect race: RACE, on x
// expect -DFOR: RACE, on x
// expect -DWAIT: PASS, outcomes 1
// expect -DOTHER: CRASH, outcomes 1, says failed
#include <assert.h>
int main(void)
{
    int x = 0, other = 0;
    (void)other;
#pragma omp parallel num_threads(2) shared(x, other)
#pragma omp single
    {
#ifdef FOR
#pragma omp taskloop num_tasks(2) nogroup shared(x)
        for (int i = 0; i < 2; i++)
            if (i == 1)
                x = 1;
#else
#pragma omp task shared(x)
        x = 1;
#endif
#ifdef WAIT
#pragma omp taskwait
#endif
#ifdef OTHER
        assert(other == 1);
#else
        assert(x == 1);
#endif
    }
    return x - 1;
}
