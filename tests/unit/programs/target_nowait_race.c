// Nothing waits for the target region before its result is read.
// expect: RACE
int main(void)
{
    int x = 0, y = 0;
#pragma omp target map(tofrom : x) nowait
    x = 1;
    y = x;
#pragma omp taskwait
    return y;
}
