// The reader looks once and goes on without the message if there is none.
// expect -DGET=acquire: VARIES, executions 2, schedules 2, outcomes 2
// expect -DGET=relaxed: RACE, on message
#include <omp.h>
int message, there;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        message = 7;
#pragma omp atomic write release
        there = 1;
    } else {
        int now;
#pragma omp atomic read GET
        now = there;
        if (now)
            got = message;
    }
    return got;
}
