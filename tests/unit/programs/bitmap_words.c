// A bitmap: neighbouring bits share a word.
// expect -DN=4: RACE, threads 2
// expect race -DN=512: RACE
static unsigned map[N / 8 + 1];

int main(void)
{
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < N; i++)
        map[i / 32] |= 1u << i % 32;
    return map[0] == 0;
}
