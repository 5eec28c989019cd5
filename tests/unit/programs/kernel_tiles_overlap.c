// The upper bound of a tile is "<=": neighbours share a line.
// expect -DN=4: RACE, threads 2
// expect race -DN=32: RACE
static int v[N + 1];

int main(void)
{
#pragma omp parallel for schedule(static, 1)
    for (int ii = 0; ii < N; ii += 2)
        for (int i = ii; i <= ii + 2; i++)
            v[i] += 1;
    return v[0] != 1;
}
