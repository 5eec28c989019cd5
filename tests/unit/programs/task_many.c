// expect: PASS, executions 4, outcomes 1, by dpor
// expect -DSHARED: RACE, on total
/* More tasks than threads can be told apart at once: those that run to
 * their end in one step need not be tried in every order. */
#include <stdio.h>

enum { TASKS = 100 };

int part[TASKS], total;

int main(void)
{
    #pragma omp parallel
    #pragma omp single
    for (int i = 0; i < TASKS; i++) {
        #pragma omp task firstprivate(i)
#ifdef SHARED
        if (i == 7 || i == 93)
            total += i;
#else
        part[i] = i;
#endif
    }
    for (int i = 0; i < TASKS; i++)
        total += part[i];
    printf("%d\n", total);
}
