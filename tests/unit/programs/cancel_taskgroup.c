// A cancelled group's tasks run or do not: none half, all over at its end.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 3, env OMP_CANCELLATION=true
int main(void)
{
    int ran = 0;
#pragma omp parallel num_threads(2) shared(ran)
#pragma omp single
#pragma omp taskgroup
    {
        for (int i = 0; i < 2; i++) {
#pragma omp task shared(ran)
#pragma omp atomic
            ran++;
        }
#pragma omp task
        {
#pragma omp cancel taskgroup
        }
    }
    return ran;
}
