/* Two doors to one room: the names differ, the datum is the same. */
#include <stdio.h>

int main(void)
{
    int coffees = 0;

    //> names
    #pragma omp parallel sections num_threads(2) default(none) \
        shared(coffees)
    {
        #pragma omp section
        #pragma omp critical(left_machine)
        coffees = coffees + 1;

        #pragma omp section
        #pragma omp critical(right_machine)
        coffees = coffees + 1;
    }
    //< names
    printf("%d coffees\n", coffees);
}
