// The program's end is too late to wait.
// expect: RACE, on x
int x;
int main(void)
{
#pragma omp target map(tofrom : x) nowait
    x = 1;
    return x;
}
