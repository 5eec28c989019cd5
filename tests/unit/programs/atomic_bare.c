// The update is atomic in one place only.
// expect: RACE, on a, threads 2
int main(void)
{
    int a = 0;
#pragma omp parallel
    {
#pragma omp atomic
        a += 1;
        a += 1;
    }
    return a < 1;
}
