/* Two machines, one tally, each addition in one piece. */
#include <stdio.h>

int main(void)
{
    //> update
    int coffees = 0;

    #pragma omp parallel num_threads(2) default(none) shared(coffees)
    {
        #pragma omp atomic update
        coffees = coffees + 1;
    }
    printf("coffees: %d\n", coffees);
    //< update
}
