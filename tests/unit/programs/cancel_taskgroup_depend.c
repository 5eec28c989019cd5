// What follows a discarded task in another group goes on.
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
int main(void)
{
    int x = 0, after = 0;
#pragma omp parallel num_threads(2) shared(x, after)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp taskgroup
        {
#pragma omp task shared(x) depend(inout : x)
            x = x < 9 ? 2 : 3;
#pragma omp task
            {
#pragma omp cancel taskgroup
            }
        }
#pragma omp task shared(x, after) depend(in : x)
        after = x > 0;
    }
    return after == 1 ? 0 : 1;
}
