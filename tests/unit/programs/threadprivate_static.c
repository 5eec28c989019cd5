// A static variable of a function, threadprivate.
// expect: PASS, outcomes 1
static int count(void)
{
    static int calls;
#pragma omp threadprivate(calls)
    calls++;
    return calls;
}

int main(void)
{
    int sum = 0;
#pragma omp parallel reduction(+ : sum) num_threads(3)
    {
        sum += count();
        sum += count();
    }
    return sum != 9;
}
