// Iteration i's second write comes after iteration i + 1's first.
// expect: RACE, on a[1]
int a[33], b[32];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        a[i] = b[i];
        a[i + 1] = 1;
    }
    return a[3];
}
