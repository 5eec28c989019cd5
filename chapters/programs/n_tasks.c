/* N tasks on four cores, four at a time. */
#include <stdio.h>

void work(int units);

enum { TASKS = 16 };

int main(void)
{
    int cups[TASKS] = {0}, total = 0;

    //> tasks
    #pragma omp parallel for num_threads(4) default(none) shared(cups)
    for (int i = 0; i < TASKS; i++) {
        work(10);
        cups[i] = 1;
    }
    //< tasks
    for (int i = 0; i < TASKS; i++)
        total += cups[i];
    printf("%d of %d orders served\n", total, TASKS);
}
