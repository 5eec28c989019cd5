/* A region without `for`: every thread serves every order. */
#include <stdio.h>

void work(int units);

enum { TASKS = 16, TEAM = 4 };

int main(void)
{
    //> everything
    #pragma omp parallel num_threads(TEAM) default(none)
    for (int i = 0; i < TASKS; i++)
        work(10);
    //< everything
    printf("done\n");
}
