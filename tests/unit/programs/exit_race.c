// One thread ends the program at once; what the others would have done until
// then counts all the same.
// expect: RACE, on x
#include <omp.h>
#include <stdlib.h>
int x;
int main(void)
{
#pragma omp parallel num_threads(3)
    {
        if (omp_get_thread_num() == 0)
            exit(0);
#pragma omp critical
        x++;
        x++;
    }
    return x;
}
