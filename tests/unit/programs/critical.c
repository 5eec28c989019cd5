// expect -DT=2 -DN=1: PASS, executions 2, schedules 2, outcomes 1
// expect -DT=3 -DN=1: PASS, executions 6, schedules 6, outcomes 1
// expect -DT=4 -DN=1: PASS, executions 24, schedules 24, outcomes 1
// expect -DT=3 -DN=2: PASS, executions 90, schedules 90, outcomes 1
int x;
int main(void)
{
#pragma omp parallel num_threads(T)
    for (int i = 0; i < N; i++) {
#pragma omp critical
        x++;
    }
    return x;
}
