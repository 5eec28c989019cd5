// Where its if clause is false, cancel is only a cancellation point.
// expect -DSTOP=0: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DSTOP=1: VARIES, outcomes 2, env OMP_CANCELLATION=true
int main(void)
{
    int ran = 0;
#pragma omp parallel num_threads(2) shared(ran)
#pragma omp single
#pragma omp taskgroup
    {
#pragma omp task
        {
#pragma omp cancel taskgroup if (STOP)
        }
#pragma omp task shared(ran)
        ran = 1;
    }
    return ran;
}
