// Rows are lanes too: each needs the row above.
// expect: RACE, on a[1][0]
int a[5][8];
int main(void)
{
#pragma omp simd collapse(2)
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 8; j++)
            a[i + 1][j] = a[i][j] + 1;
    }
    return a[4][7];
}
