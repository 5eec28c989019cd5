// Readers are concurrent; the next writer waits for all of them.
// expect: PASS, outcomes 1
// expect -DLAST=in: RACE, on x
#ifndef LAST
#define LAST inout
#endif
int main(void)
{
    int x = 1, a = 0, b = 0;
#pragma omp parallel num_threads(3) shared(x, a, b)
#pragma omp single
    {
#pragma omp task shared(x, a) depend(in : x)
        a = x;
#pragma omp task shared(x, b) depend(in : x)
        b = x;
#pragma omp task shared(x) depend(LAST : x)
        x = 5;
    }
    return a + b + x == 7 ? 0 : 1;
}
