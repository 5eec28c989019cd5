// One iteration cancels the loop; others see it at their next point, or not.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 2, env OMP_CANCELLATION=true
int main(void)
{
    int done = 0, after = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(static, 1)
        for (int i = 0; i < 4; i++) {
            if (i == 1) {
#pragma omp cancel for
            }
#pragma omp cancellation point for
#pragma omp atomic
            done += i == 0 || i == 2;
        }
#pragma omp atomic
        after++;
#pragma omp for
        for (int i = 0; i < 4; i++) { /* another one is not cancelled */
#pragma omp cancellation point for
#pragma omp atomic
            after++;
        }
    }
    return after == 6 ? done > 0 : 9;
}
