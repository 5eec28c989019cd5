// expect: RACE, on text
// Two threads print into one buffer.
#include <stdio.h>

static char text[32];

int main(void)
{
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        sprintf(text, "seat %d", i);
    return 0;
}
