// Without its barrier the single's write is not before the others' read.
// expect: RACE, on done
#include <omp.h>
int main(void)
{
    int done = 0, seen[2] = {0};
#pragma omp parallel num_threads(2) shared(done)
    {
#pragma omp single nowait
        done = 1;
        seen[omp_get_thread_num()] = done;
    }
    return seen[0] + seen[1];
}
