// expect: PASS, outcomes 1
// expect -DSAME: RACE, on a
int main(void)
{
    int a = 0, b = 0;
#pragma omp parallel num_threads(2) shared(a, b)
#pragma omp sections
    {
#pragma omp section
        {
#pragma omp task shared(a)
            a++;
        }
#pragma omp section
        {
#ifdef SAME
#pragma omp task shared(a)
            a++;
#else
#pragma omp task shared(b)
            b++;
#endif
        }
    }
    return a + b - 2;
}
