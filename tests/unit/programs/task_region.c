// A task may open a region of its own; its end waits for its tasks only.
// expect: PASS, outcomes 1
// expect -DOUTER: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#ifdef OUTER
#pragma omp task shared(x)
        x = 1;
#endif
#pragma omp task shared(x, y)
        {
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
            {
#pragma omp task shared(x)
                x += 1;
            }
            y = x;
        }
    }
    return y - 1;
}
