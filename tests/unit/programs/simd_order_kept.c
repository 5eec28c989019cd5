// What the iteration before has written is there, in lockstep too.
// expect: PASS, outcomes 1
int a[33], b[33], c[33];
int main(void)
{
#pragma omp simd
    for (int i = 1; i < 33; i++) {
        a[i] = b[i];
        c[i] = a[i - 1];
    }
    return c[3];
}
