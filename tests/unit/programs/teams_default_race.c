// How many teams there are is left open: there may be two.
// expect: RACE, on a[1]
int main(void)
{
    int a[3] = {0};
#pragma omp target map(tofrom : a)
#pragma omp teams
    a[1] *= 2;
    return a[1];
}
