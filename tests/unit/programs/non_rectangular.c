// Loops whose bounds depend on the outer one, taken as one: all the pairs come once,
// but the rows of the triangle are not the threads' own.
// expect: PASS, outcomes 1
// expect -DROWS: RACE, on row[2]
static int met[4][9], row[5];
int main(void)
{
    int last_i = -1, last_j = -1;
#pragma omp parallel for collapse(2) num_threads(2) lastprivate(last_i, last_j)
    for (int i = 0; i < 4; i++)
        for (int j = i + 1; j < 2 * i + 3; j += 1) {
#ifdef ROWS
            row[i] += j;
#endif
            met[i][j]++;
            last_i = i;
            last_j = j;
        }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 9; j++)
            if (met[i][j] != (j > i && j < 2 * i + 3))
                return 1;
    return last_i * 10 + last_j - 38 + row[4];
}
