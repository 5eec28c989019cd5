// An array section is reduced element by element.
// expect -DN=6: PASS, threads 3, outcomes 1
// expect race -DN=300: PASS
int main(void)
{
    int bins[3] = {0};
#pragma omp parallel for reduction(+ : bins[:3])
    for (int i = 0; i < N; i++)
        bins[i % 3]++;
    return bins[0] + bins[1] + bins[2] != N;
}
