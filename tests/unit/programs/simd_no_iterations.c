// Without an iteration there is no last one; gcc has all threads write.
// expect: PASS, outcomes 1, threads 2
int a[100], n = 20;
int main(void)
{
    int i;
#pragma omp parallel for simd
    for (i = 30; i < n; i += 2)
        a[i] += 10;
    return a[30];
}
