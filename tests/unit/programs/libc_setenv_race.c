// expect: RACE, on the hidden state of getenv and setenv
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

int main(void)
{
    #pragma omp parallel sections num_threads(2)
    {
        #pragma omp section
        setenv("SEATS", "4", 1);
        #pragma omp section
        getenv("SEATS");
    }
    return 0;
}
