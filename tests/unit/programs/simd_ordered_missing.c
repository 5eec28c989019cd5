// The second dependence stands outside of the ordered block.
// expect: RACE, on b[1], races 1
int a[32], b[32];
int main(void)
{
#pragma omp simd
    for (int i = 1; i < 31; i++) {
#pragma omp ordered simd
        {
            a[i] = a[i - 1] + 1;
        }
        b[i] = b[i - 1] + 1;
    }
    return a[30];
}
