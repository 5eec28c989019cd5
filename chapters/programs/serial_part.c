/* A part that only one thread can do, and a part for all. */
#include <stdio.h>

void work(int units);

enum { TASKS = 8 };

int main(void)
{
    int done[TASKS] = {0}, total = 0;

    //> serial
    work(20); /* unlock the doors, switch on the machines */

    #pragma omp parallel for num_threads(4) default(none) shared(done)
    for (int i = 0; i < TASKS; i++) {
        work(10);
        done[i] = 1;
    }
    //< serial
    for (int i = 0; i < TASKS; i++)
        total += done[i];
    printf("%d tasks done\n", total);
}
