/* Independent calculations: each thread has a slot of its own. */
#include <omp.h>
#include <stdio.h>

enum { TEAM = 3 };

int main(void)
{
    int square[TEAM];

    //> squares
    #pragma omp parallel num_threads(TEAM)
    {
        int me = omp_get_thread_num();
        square[me] = me * me;
    }
    //< squares
    for (int i = 0; i < TEAM; i++)
        printf("%d ", square[i]);
    printf("\n");
}
