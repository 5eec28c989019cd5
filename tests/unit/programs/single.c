// expect: PASS, executions 3, schedules 6, outcomes 1
int main(void)
{
    int done = 0;
#pragma omp parallel num_threads(3)
    {
#pragma omp single
        done = 1;
    }
    return done;
}
