// Who sees that the loop is cancelled comes after who cancelled it.
// expect: PASS, env OMP_CANCELLATION=true
// expect -DLATE: RACE, on found, env OMP_CANCELLATION=true
int found = -1, seen;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(static, 1)
        for (int i = 0; i < 2; i++)
            if (i == 0) {
                found = i;
#pragma omp cancel for
            } else {
#pragma omp cancellation point for
#ifdef LATE
                seen = found;
#endif
            }
#pragma omp single
        seen = found;
    }
    return seen;
}
