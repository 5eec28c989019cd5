// expect: CRASH, says an omp_depend_t that no depobj construct has set
#include <omp.h>
int main(void)
{
    int x = 0;
    omp_depend_t object;
#pragma omp depobj(object) depend(out : x)
#pragma omp depobj(object) destroy
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
#pragma omp task shared(x) depend(depobj : object)
    x = 1;
    return x;
}
