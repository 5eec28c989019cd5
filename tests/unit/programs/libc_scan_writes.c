// expect: RACE, on seats
// sscanf writes through its arguments.
#include <stdio.h>

static int seats;

int main(void)
{
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        sscanf(i ? "10 x" : "20 y", "%d", &seats);
    return 0;
}
