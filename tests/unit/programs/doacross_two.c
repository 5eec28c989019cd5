// A wavefront: an element comes after its upper and its left neighbour.
// expect: PASS, outcomes 1
// expect -DLEFT_ONLY: RACE, on a[1][1]
int a[4][4];
int main(void)
{
    for (int i = 0; i < 4; i++)
        a[i][0] = a[0][i] = 1;
#pragma omp parallel for ordered(2) schedule(static, 1) num_threads(3)
    for (int i = 1; i < 4; i++)
        for (int j = 1; j < 4; j++) {
#ifdef LEFT_ONLY
#pragma omp ordered depend(sink : i, j - 1)
#else
#pragma omp ordered depend(sink : i, j - 1) depend(sink : i - 1, j)
#endif
            a[i][j] = a[i - 1][j] + a[i][j - 1];
#pragma omp ordered depend(source)
        }
    return a[3][3] != 20;
}
