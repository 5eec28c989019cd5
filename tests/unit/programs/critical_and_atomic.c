// A critical does not exclude an atomic elsewhere.
// expect: RACE, on x, threads 2
int main(void)
{
    int x = 0;
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp critical
            x += 1;
        }
#pragma omp section
        {
#pragma omp atomic
            x += 1;
        }
    }
    return x < 1;
}
