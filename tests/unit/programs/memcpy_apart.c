// expect: PASS, executions 1
#include <omp.h>
#include <string.h>
char text[16];
int main(void)
{
#pragma omp parallel num_threads(2)
    memset(text + 8 * omp_get_thread_num(), 'x', 8);
    return 0;
}
