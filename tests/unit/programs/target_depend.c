// Three stages, each a target task, in the order of their dependences.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a = 0, b = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp target map(tofrom : a) depend(out : a) nowait
        a = 20;
#pragma omp target map(to : a) map(from : b) depend(in : a)             \
    depend(out : b) nowait
        b = a + 1;
#pragma omp target map(tofrom : b) depend(inout : b)
        b *= 2;
        assert(b == 42);
    }
    return 0;
}
