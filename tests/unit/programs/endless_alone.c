// expect: ENDLESS
#include <omp.h>
int flag;
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 1) {
        int seen = 0;
        while (!seen) {
#pragma omp atomic read
            seen = flag;
        }
    }
    return 0;
}
