// The inner group waits for its own tasks only.
// expect: RACE, on x
// expect -DOUTER: PASS, outcomes 1
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task shared(x)
            x = 1;
#pragma omp taskgroup
            {
#pragma omp task shared(y)
                y = 1;
            }
#ifndef OUTER
            y += x;
#endif
        }
#ifdef OUTER
        y += x;
#endif
    }
    return y - 2;
}
