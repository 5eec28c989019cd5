/* The takings of a week, added by a team. */
#include <stdio.h>

enum { DAYS = 7 };

int main(void)
{
    int takings[DAYS] = {410, 380, 395, 520, 730, 910, 655};

    //> reduction
    int sum = 100; /* in the till on Monday morning */
    #pragma omp parallel for num_threads(4) default(none) \
        shared(takings) reduction(+ : sum)
    for (int i = 0; i < DAYS; i++)
        sum += takings[i];
    printf("in the till on Sunday night: %d\n", sum);
    //< reduction
}
