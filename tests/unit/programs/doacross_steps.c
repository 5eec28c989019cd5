// Loops of unsigned long long, downwards, with a step, and collapsed.
// expect: PASS, outcomes 1
int a[16], b[16], c[8];
int main(void)
{
    a[15] = c[1] = 1;
#pragma omp parallel num_threads(2)
    {
#pragma omp for ordered(1) schedule(dynamic) nowait
        for (long i = 13; i > 0; i -= 2) {
#pragma omp ordered depend(sink : i + 2)
            a[i] = a[i + 2] + 1;
#pragma omp ordered depend(source)
        }
#pragma omp for ordered(1) schedule(static, 1) nowait
        for (unsigned long long i = 3; i < 8; i += 2) {
#pragma omp ordered depend(sink : i - 2)
            c[i] = c[i - 2] + 1;
#pragma omp ordered depend(source)
        }
#pragma omp for collapse(2) ordered(2) schedule(static, 2)
        for (long i = 0; i < 4; i++)
            for (long j = 0; j < 4; j++) {
#pragma omp ordered depend(sink : i - 1, j)
                b[4 * i + j] = i ? b[4 * (i - 1) + j] + 1 : 0;
#pragma omp ordered depend(source)
            }
    }
    return a[1] != 8 || b[15] != 3 || c[7] != 4;
}
