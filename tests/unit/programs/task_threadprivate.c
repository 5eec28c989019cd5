// Tasks that one thread runs share its copy, one after the other.
// expect: PASS, outcomes 1
// expect -DPASSED: RACE
int mine, all, *other;
#pragma omp threadprivate(mine)
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp single
        {
            other = &mine;
            for (int i = 0; i < 2; i++) {
#pragma omp task
                {
#ifdef PASSED
                    *other += 1;
#else
                    mine += 1;
#endif
                }
            }
        }
#pragma omp atomic
        all += mine;
    }
    return all - 2;
}
