// expect: RACE, on hall.sold
// One of the two writes is not atomic.
#include <string.h>

struct triple {
    long seats, sold, left;
};

static struct triple hall;

int main(void)
{
    #pragma omp parallel sections num_threads(2)
    {
        #pragma omp section
        {
            struct triple fresh = {1, 2, 3};
            __atomic_store(&hall, &fresh, __ATOMIC_SEQ_CST);
        }
        #pragma omp section
        hall.sold = 5;
    }
    return 0;
}
