// What another thread prints may come before the end of the program or not.
// expect: VARIES, executions 3, schedules 3, outcomes 3
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            exit(3);
        puts("one");
        puts("two");
    }
}
