// The barrier is reached by all, through different lines.
// expect: PASS, outcomes 1
#include <omp.h>

static int x;

static void meet(void)
{
#pragma omp barrier
}

int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        if (omp_get_thread_num() == 0) {
            x = 1;
            meet();
        } else {
            meet();
            sum += x;
        }
    }
    return sum != 1;
}
