// Iterations four apart depend on each other: four lanes may run at once.
// expect: PASS, outcomes 1
int main(void)
{
    float a[40] = {0};
    int m = 4;
#pragma omp simd safelen(4)
    for (int i = m; i < 40; i++)
        a[i] = a[i - m] - 1.0f;
    return (int)a[39];
}
