// A task in a group opens a group; its tasks belong to both.
// expect: PASS, outcomes 1
// expect -DDETACHED: RACE
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task shared(x, y)
            {
#pragma omp taskgroup
                {
#pragma omp task shared(x)
                    x = 1;
                }
                x += 1;
#pragma omp task shared(y)
                y = 1;
#ifdef DETACHED
                y += 1;
#endif
            }
        }
        x += y;
    }
    return x - 3;
}
