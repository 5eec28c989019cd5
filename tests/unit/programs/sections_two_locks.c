// Each section has a lock of its own: they protect nothing.
// expect: RACE, on i, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t mine, yours;
    int i = 0;
    omp_init_lock(&mine);
    omp_init_lock(&yours);
#pragma omp parallel sections
    {
#pragma omp section
        {
            omp_set_lock(&mine);
            i += 1;
            omp_unset_lock(&mine);
        }
#pragma omp section
        {
            omp_set_lock(&yours);
            i += 2;
            omp_unset_lock(&yours);
        }
    }
    omp_destroy_lock(&mine);
    omp_destroy_lock(&yours);
    return i < 1;
}
