// The tasks of a group within a cancelled group are not its tasks: they run.
// expect: PASS, outcomes 1
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DOWN_GROUP=0: PASS, outcomes 1
// expect -DOWN_GROUP=0: VARIES, outcomes 2, env OMP_CANCELLATION=true
#include <omp.h>
#ifndef OWN_GROUP
#define OWN_GROUP 1
#endif
int main(void)
{
    int ran = 0;
#pragma omp parallel num_threads(2) shared(ran)
#pragma omp single
#pragma omp taskgroup
    {
#pragma omp task
        {
#pragma omp cancel taskgroup
        }
#if OWN_GROUP
#pragma omp taskgroup
#endif
        {
#pragma omp task shared(ran)
            ran = 1;
        }
    }
    return ran;
}
