// Race-free, and still oversells in 4 of 6 schedules.
// expect: VARIES, executions 4, schedules 6, outcomes 2
int seats = 1, ticket[2];
#include <omp.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int seen;
#pragma omp atomic read
        seen = seats;
        if (seen > 0) {
#pragma omp atomic
            seats--;
            ticket[omp_get_thread_num()] = 1;
        }
    }
    return ticket[0] + ticket[1];
}
