// An update moves nothing here, but it takes part in the order of tasks.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 3;
#pragma omp target update to(x) depend(inout : x)
        assert(x == 3);
#pragma omp target exit data map(from : x) depend(inout : x) nowait
#pragma omp task shared(x) depend(in : x)
        assert(x == 3);
    }
    return 0;
}
