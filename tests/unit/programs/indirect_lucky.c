// expect: PASS, executions 1, threads 4
// expect -DOTHER: RACE, team 64, on sum[60]
// expect -DOTHER -DCOUNTED: PASS, team 64
/* Elements 5 and 20 are one: four threads give both to one of them. With
 * the program's own count of threads there are never more than four. */
#include <omp.h>

enum { ITEMS = 180 };

int where[ITEMS], sum[3 * ITEMS];

int main(void)
{
    for (int i = 0; i < ITEMS; i++)
        where[i] = 3 * i;
    where[5] = where[20];
#ifdef COUNTED
    sum[0] = omp_get_max_threads();
#endif
    #pragma omp parallel for
    for (int i = 0; i < ITEMS; i++)
        sum[where[i]]++;
    return 0;
}
