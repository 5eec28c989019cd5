// With a condition that is false the loop has one lane.
// expect: PASS, outcomes 1
int main(void)
{
    int a[32] = {0}, n = 3;
#pragma omp simd if(simd : n > 10)
    for (int i = 1; i < 32; i++)
        a[i] = a[i - 1] + 1;
    if (n == 3)
#pragma omp simd if(n == 3)
        for (int i = 1; i < 32; i++)
            a[i] = 1;
    else
        n = 4;
    return a[31] - 1;
}
