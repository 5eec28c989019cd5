// Only the columns of a row are lanes; rows come one after another.
// expect: PASS, outcomes 1
int a[5][8];
int main(void)
{
    for (int i = 1; i < 5; i++)
#pragma omp simd
        for (int j = 0; j < 8; j++)
            a[i][j] = a[i - 1][j] + 1;
    return a[4][7];
}
