// A static counter inside a function that all threads call.
// expect: RACE, on calls, threads 2
static int count(void)
{
    static int calls;
    calls++;
    return calls;
}

int main(void)
{
    int sum = 0;
#pragma omp parallel reduction(+ : sum)
    sum += count();
    return sum < 2;
}
