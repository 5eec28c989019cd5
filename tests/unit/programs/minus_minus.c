// The free list shrinks by a plain --.
// expect -DN=4: RACE, on left, threads 2
// expect race -DN=100: RACE, on left
int main(void)
{
    int left = N, wanted[N];
    for (int i = 0; i < N; i++)
        wanted[i] = i % 3 - 1;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        if (wanted[i] <= 0)
            left--;
    return left < 0;
}
