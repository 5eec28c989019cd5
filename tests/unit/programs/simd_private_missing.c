// One scratch variable for all lanes.
// expect: RACE, on scratch
int scratch, a[32], b[32];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        scratch = b[i] + 1;
        a[i] = scratch * scratch;
    }
    return a[3];
}
