/* Sixteen orders, four threads, four orders each: split by hand. */
#include <omp.h>
#include <stdio.h>

void work(int units);

enum { TASKS = 16 };

int main(void)
{
    int cups[TASKS] = {0}, total = 0;

    //> split
    #pragma omp parallel num_threads(4) default(none) shared(cups)
    {
        int me = omp_get_thread_num();
        int share = TASKS / omp_get_num_threads();
        for (int i = me * share; i < (me + 1) * share; i++) {
            work(10);
            cups[i] = 1;
        }
    }
    //< split
    for (int i = 0; i < TASKS; i++)
        total += cups[i];
    printf("%d of %d orders served\n", total, TASKS);
}
