// Different bytes of one word never race.
// expect: PASS, executions 1, outcomes 1
#include <omp.h>
char byte[8];
struct { int a; short b, c; } pair;
int main(void)
{
#pragma omp parallel num_threads(4)
    {
        int me = omp_get_thread_num();
        byte[me] = (char)me;
        if (me == 0)
            pair.a = 1;
        else if (me == 1)
            pair.b = 1;
        else if (me == 2)
            pair.c = 1;
    }
    return byte[3];
}
