// A variable of a single's own block, and of a task's own body.
// expect: PASS, outcomes 1
// expect -DTASK: RACE, on mine
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp single
#ifdef TASK
#pragma omp task
#endif
        {
            int mine = 1;
#pragma omp task shared(mine)
            mine++;
        }
    }
    return 0;
}
