// expect: VARIES, outcomes 2
// Read and written atomically, but not in one step.
#include <stdatomic.h>
#include <stdio.h>

struct triple {
    long seats, sold, left;
};

static _Atomic struct triple hall = {10, 0, 10};

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        struct triple seen = atomic_load(&hall);
        seen.sold++;
        atomic_store(&hall, seen);
    }
    struct triple end = hall;
    printf("%ld\n", end.sold);
    return 0;
}
