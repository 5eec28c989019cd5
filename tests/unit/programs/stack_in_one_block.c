// expect: CRASH, executions 1, schedules 1, outcomes 1
/* Local arrays that are larger than a stack, filled before anything else happens:
 * what lies below one thread's stack is another's. */
#include <string.h>

int main(void)
{
    int bytes = 20 << 20;
    #pragma omp parallel num_threads(2)
    {
        char room[bytes];
        memset(room, 1, (size_t)bytes);
    }
    return 0;
}
