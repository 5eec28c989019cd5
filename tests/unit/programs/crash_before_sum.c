// Who reads a sum before all have added to it dies of that, whoever it is: none of the
// others comes to add before a thread has died.
// expect race: RACE, on sum
// expect: RACE, on sum
// expect -DWAIT: PASS, outcomes 1
// expect race -DLOCK: RACE, on sum
#include <assert.h>
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#ifdef LOCK
#pragma omp critical
        sum += 1;
#else
#pragma omp for reduction(+ : sum) nowait
        for (int i = 0; i < 2; i++)
            sum += 1;
#endif
#ifdef WAIT
#pragma omp barrier
#endif
        assert(sum == 2);
    }
    return 0;
}
