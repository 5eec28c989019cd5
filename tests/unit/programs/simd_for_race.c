// With one thread there is no race between threads; lanes remain.
// expect: RACE, on a[1], races 1
int a[17];
int main(void)
{
#pragma omp parallel num_threads(1)
#pragma omp for simd
    for (int i = 0; i < 16; i++)
        a[i + 1] = a[i] + 1;
    return a[16];
}
