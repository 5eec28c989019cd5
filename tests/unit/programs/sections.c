// Who runs which section is a choice, the result is not.
// expect: PASS, outcomes 1
int a, b;
int main(void)
{
#pragma omp parallel sections num_threads(2)
    {
#pragma omp section
        a = 1;
#pragma omp section
        b = 2;
    }
    return a + b;
}
