// expect: RACE, on sum
int main(void)
{
    int sum = 0;
#pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        sum += i;
    return sum;
}
