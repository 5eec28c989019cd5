// What counts is where an array section begins.
// expect: PASS, outcomes 1
// expect -DBEGIN=1: RACE
#ifndef BEGIN
#define BEGIN 0
#endif
int main(void)
{
    int a[4] = {0, 0, 0, 0};
#pragma omp parallel num_threads(2) shared(a)
#pragma omp single
    {
#pragma omp task shared(a) depend(out : a[0:4])
        for (int i = 0; i < 4; i++)
            a[i] = i;
#pragma omp task shared(a) depend(inout : a[BEGIN:2])
        a[1] += 5;
    }
    return a[1] == 6 ? 0 : 1;
}
