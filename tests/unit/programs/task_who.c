// Who runs a task can be seen: each of two threads.
// expect: VARIES, outcomes 2
#include <omp.h>
int main(void)
{
    int who = -1;
#pragma omp parallel num_threads(2) shared(who)
    {
#pragma omp master
        {
#pragma omp task shared(who)
            who = omp_get_thread_num();
        }
    }
    return who;
}
