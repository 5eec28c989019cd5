// A lock of one's own from atomic_flag.
// expect: PASS, threads 2, outcomes 1, by states
#include <stdatomic.h>
#include <stdio.h>

static atomic_flag taken = ATOMIC_FLAG_INIT;
static int x;

int main(void)
{
#pragma omp parallel
    {
        while (atomic_flag_test_and_set(&taken))
            ;
        x++;
        atomic_flag_clear(&taken);
    }
    printf("%d\n", x);
    return 0;
}
