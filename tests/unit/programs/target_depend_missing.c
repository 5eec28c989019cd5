// The second stage names the wrong variable.
// expect: RACE, on a
int main(void)
{
    int a = 0, b = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp target map(tofrom : a) depend(out : a) nowait
        a = 20;
#pragma omp target map(to : a) map(from : b) depend(out : b) nowait
        b = a + 1;
    }
    return b;
}
