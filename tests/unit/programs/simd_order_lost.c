// In lockstep a[i + 1] is written before iteration i reads it.
// expect: RACE, on a[1]
int a[33], b[32], c[32];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        a[i] = b[i];
        c[i] = a[i + 1];
    }
    return c[3];
}
