// declare simd: gcc makes further versions of a function; the loops call it as
// before. A function that keeps a sum is not one for lanes.
// expect: PASS, outcomes 1
// expect -DKEEPS: RACE, on kept
static int a[8], kept;
#pragma omp declare simd linear(i) uniform(by) notinbranch
__attribute__((noinline)) static int scaled(int i, int by)
{
#ifdef KEEPS
    kept += i;
    return kept * by;
#else
    return i * by;
#endif
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp for simd schedule(simd : static, 4)
    for (int i = 0; i < 8; i++)
        a[i] = scaled(i, 3);
    return a[7] == 21 + kept ? 0 : 1;
}
