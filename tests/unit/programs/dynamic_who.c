// Who ran the iteration can be seen: two threads, two iterations, four ways.
// expect: VARIES, outcomes 4
#include <omp.h>
int who[2];
int main(void)
{
#pragma omp parallel for schedule(dynamic) num_threads(2)
    for (int i = 0; i < 2; i++)
        who[i] = omp_get_thread_num();
    return who[0] * 2 + who[1];
}
