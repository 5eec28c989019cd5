// A local variable that all lanes share, though nobody takes its address.
// expect race -DWHAT=1: RACE, on scratch
// expect race -DWHAT=2: RACE, on sum
// expect race -DWHAT=3: RACE, on j
// expect race -DWHAT=4: RACE, on step
// expect race -DWHAT=5: RACE, on sum
// expect race -DWHAT=6: RACE, on seen
// expect race -DWHAT=7: PASS
// expect race -DWHAT=8: PASS
// expect race -DWHAT=9: PASS
// expect race -DWHAT=10: RACE, on two[1]
// expect race -DWHAT=11: RACE, on pair.a
// expect race -DWHAT=12: PASS
struct pair {
    int a, b;
};
int a[32], b[32], *at = a;
int main(void)
{
    int scratch = 0, sum = 0, j = 0, step = 0, seen = -1;
    struct pair pair = {0, 0};
#if WHAT == 1
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        scratch = b[i] + 1;
        a[i] = scratch * scratch;
    }
#elif WHAT == 2
#pragma omp simd
    for (int i = 0; i < 32; i++)
        sum += b[i];
#elif WHAT == 3
#pragma omp simd
    for (int i = 0; i < 8; i++)
        for (j = 0; j < 4; j++)
            a[4 * i + j] = b[4 * i + j];
#elif WHAT == 4
#pragma omp simd private(scratch)
    for (int i = 0; i < 16; i++) {
        scratch = step++;
        a[i] = b[scratch];
    }
#elif WHAT == 5
#pragma omp parallel for num_threads(2)
    for (int k = 0; k < 2; k++) {
        int sum = 0;
#pragma omp simd
        for (int i = 0; i < 16; i++)
            sum += b[16 * k + i];
        a[k] = sum;
    }
#elif WHAT == 6
#pragma omp loop bind(thread)
    for (int i = 0; i < 32; i++)
        if (b[i] >= 0)
            seen = i;
#elif WHAT == 7
#pragma omp simd private(scratch) reduction(+ : sum) linear(step) lastprivate(seen)
    for (int i = 0; i < 32; i++) {
        int own = b[i], *to = &a[i], k = 0;
        scratch = own;
        for (int j = 0; j < 2; j++, k++)
            own += j;
        *to = scratch + step + k;
        sum += own;
        step++;
        seen = i;
    }
#elif WHAT == 8
#pragma omp simd safelen(1)
    for (int i = 0; i < 32; i++) {
        scratch = b[i];
        a[i] = scratch;
    }
#elif WHAT == 10
    int two[2];
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        two[1] = b[i];
        a[i] = two[1];
    }
#elif WHAT == 11
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        pair.a = b[i];
        a[i] = pair.a;
    }
#elif WHAT == 12
    int each[33] = {0};
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        a[i] = each[i + 1];
        each[i] = b[i];
    }
#else
#pragma omp parallel for simd private(scratch) collapse(2) num_threads(2)
    for (int i = 0; i < 8; i++)
        for (j = 0; j < 4; j++) {
            struct pair pair = {i, j};
            scratch = pair.a;
            pair.b = scratch;
            at[4 * i + j] = pair.b;
        }
#endif
    return scratch + sum + j + step + seen + pair.a == -2;
}
