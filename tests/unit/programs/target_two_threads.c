// Two threads come to one target region: it runs twice, on one variable.
// expect: RACE, on sum
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp target map(tofrom : sum)
        sum += 1;
    }
    return sum;
}
