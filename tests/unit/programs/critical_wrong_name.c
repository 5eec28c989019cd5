// Two names are two locks.
// expect: RACE, on total, threads 2
int main(void)
{
    int total = 0;
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp critical(deposit)
            total += 5;
        }
#pragma omp section
        {
#pragma omp critical(withdraw)
            total -= 5;
        }
    }
    return total;
}
