// Whoever finds it stops the others at their next cancellation point.
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DPLAIN: RACE, on found, env OMP_CANCELLATION=true
int data[4] = {7, 3, 3, 9};
int main(void)
{
    int found = -1;
#pragma omp parallel num_threads(2) shared(found)
#pragma omp single
#pragma omp taskgroup
    for (int half = 0; half < 2; half++) {
#pragma omp task shared(found)
        for (int i = 2 * half; i < 2 * half + 2; i++) {
            if (data[i] == 3) {
#ifndef PLAIN
#pragma omp atomic write
#endif
                found = i;
#pragma omp cancel taskgroup
            }
#pragma omp cancellation point taskgroup
        }
    }
    return data[found] == 3 ? 0 : 1;
}
