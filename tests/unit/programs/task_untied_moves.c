// An untied task may go on on another thread than it began on.
// expect -DHOW=untied: VARIES, outcomes 2
// expect -DHOW=: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int moved = 0;
#pragma omp parallel num_threads(2) shared(moved)
#pragma omp single
    {
#pragma omp task shared(moved) HOW
        {
            int before = omp_get_thread_num();
#pragma omp task
            {
            }
#pragma omp taskwait
            moved = before != omp_get_thread_num();
        }
    }
    return moved;
}
