// A section cancels the others that have not started, or come to a point.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 2, env OMP_CANCELLATION=true
int main(void)
{
    int a = 0, b = 0;
#pragma omp parallel sections num_threads(2)
    {
#pragma omp section
        {
#pragma omp cancel sections
            a = 1;
        }
#pragma omp section
        {
#pragma omp cancellation point sections
            b = 1;
        }
    }
    return 2 * a + b;
}
