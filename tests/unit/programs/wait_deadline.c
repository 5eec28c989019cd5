// Who waits for a change or a deadline comes to an end; who waits for longer than
// anybody lives does not.
// expect -DSET=1 -DWAIT=10: PASS, outcomes 1, schedules 4
// expect -DSET=0 -DWAIT=10: PASS, outcomes 1, schedules 1
// expect -DSET=0 -DWAIT=1e30: ENDLESS, outcomes 1
#include <omp.h>
#include <stdio.h>
int main(void)
{
    int flag = 0, seen = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 1) {
            double deadline = omp_get_wtime() + WAIT;
            int now = 0;
            while (!now && omp_get_wtime() < deadline) {
#pragma omp atomic read
                now = flag;
            }
            seen = now;
        } else if (SET) {
#pragma omp atomic write
            flag = 1;
        }
    }
    printf("%d\n", seen);
    return 0;
}
