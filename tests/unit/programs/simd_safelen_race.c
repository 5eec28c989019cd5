// Eight lanes are promised, and iterations four apart depend on each other.
// expect: RACE, on a[4]
int main(void)
{
    float a[40] = {0};
    int m = 4;
#pragma omp simd safelen(8)
    for (int i = m; i < 40; i++)
        a[i] = a[i - m] - 1.0f;
    return (int)a[39];
}
