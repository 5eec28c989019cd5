// expect: RACE, on sum
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp parallel num_threads(2)
        sum += 1;
    }
    return sum;
}
