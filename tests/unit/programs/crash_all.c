// Every thread dies of the same access: one that is never made races with nothing.
// expect: CRASH, outcomes 1, says NULL
// expect -DTEXT: CRASH, outcomes 1, says may only be read
// expect -DTEXT -DONE: CRASH, outcomes 1, says may only be read
// expect -DFAR: CRASH, outcomes 1, says belongs to nothing
#include <omp.h>
#include <stddef.h>

static const char text[] = "constant";

int main(void)
{
    volatile int sum = 0;
    (void)text;
#if defined TEXT
    char *place = (char *)text;
#elif defined FAR
    char *place = (char *)0x1234567812345678;
#else
    char *place = NULL;
#endif
#pragma omp parallel num_threads(3)
    {
#ifdef ONE
        if (omp_get_thread_num() > 0) {
            int own = text[0];
            if (own == 0)
                sum = own;
        } else
#endif
            *place = 7;
    }
    return sum;
}
