// Dependences kept in objects, changed, and given up.
// expect: PASS, outcomes 1
// expect -DUPDATED=in: RACE, on x
#include <omp.h>
#ifndef UPDATED
#define UPDATED inout
#endif
int main(void)
{
    int x = 0, y = 0;
    omp_depend_t writes, also;
#pragma omp depobj(writes) depend(out : x)
#pragma omp depobj(also) depend(mutexinoutset : y)
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) depend(depobj : writes)
        x = 1;
#pragma omp depobj(writes) update(UPDATED)
#pragma omp task shared(x) depend(depobj : writes)
        x += 2;
#pragma omp task shared(x) depend(depobj : writes)
        x += 4;
#pragma omp task shared(y) depend(depobj : also)
        y += 1;
#pragma omp task shared(y) depend(depobj : also)
        y += 1;
#pragma omp taskwait
    }
#pragma omp depobj(writes) destroy
#pragma omp depobj(also) destroy
    return x == 7 && y == 2 ? 0 : 1;
}
