// linear(j): each iteration's j is computed from i.
// expect -DN=4: PASS, outcomes 1
// expect race -DN=100: PASS
int main(void)
{
    int a[N], b[N], j = 0;
    for (int i = 0; i < N; i++)
        a[i] = b[i] = i;
#pragma omp parallel for linear(j)
    for (int i = 0; i < N; i++) {
        a[j] += b[i] * 3;
        j++;
    }
    return j != N || a[N - 1] != 4 * (N - 1);
}
