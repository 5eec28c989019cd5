// Round robin in threes: neighbours at the edges belong to two threads.
// expect -DN=6: RACE, threads 2
// expect race -DN=100: RACE
static int a[N + 1];

int main(void)
{
#pragma omp parallel for schedule(static, 3)
    for (int i = 0; i < N; i++)
        a[i + 1] = i % 3 == 0 ? a[i] : i;
    return a[0];
}
