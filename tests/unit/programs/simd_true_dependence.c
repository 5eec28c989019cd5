// Each iteration needs the one before it: no two may go in lockstep.
// expect: RACE, on a[1], races 1
int main(void)
{
    int a[33] = {0}, b[32] = {0};
#pragma omp simd
    for (int i = 0; i < 32; i++)
        a[i + 1] = a[i] + b[i];
    return a[32];
}
