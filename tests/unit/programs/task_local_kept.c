// expect: PASS, outcomes 1
// expect -DMEMBER: PASS, outcomes 1
/* Variables of a single's block that its tasks share. gcc leaves out the single's
 * barrier, for the region's follows; there the tasks run, when the function that has
 * the variables has returned. Its frame is kept for them. */
#include <omp.h>
#include <stdlib.h>

#ifdef MEMBER
#define WHO 1
#else
#define WHO 0
#endif

static void check(const int *mine)
{
    for (int i = 0; i < 64; i++)
        if (mine[i] != i)
            abort();
}

int main(void)
{
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == WHO) {
            int mine[64];
            for (int i = 0; i < 64; i++)
                mine[i] = i;
#pragma omp task shared(mine)
            check(mine);
#pragma omp task shared(mine)
            check(mine);
        }
    }
    return 0;
}
