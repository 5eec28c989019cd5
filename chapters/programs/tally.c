/* Two machines, one tally on the wall. */
#include <stdio.h>

int main(void)
{
    //> tally
    int coffees = 0;

    #pragma omp parallel num_threads(2) default(none) shared(coffees)
    coffees = coffees + 1;

    printf("coffees: %d\n", coffees);
    //< tally
}
