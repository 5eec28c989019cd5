/* Two doors to one room: the names differ, the datum is the same. */
#include <omp.h>
#include <stdio.h>

int main(void)
{
    int coffees = 0;

    //> names
    #pragma omp parallel num_threads(2) default(none) shared(coffees)
    if (omp_get_thread_num() == 0) {
        #pragma omp critical(left_machine)
        coffees = coffees + 1;
    } else {
        #pragma omp critical(right_machine)
        coffees = coffees + 1;
    }
    //< names
    printf("coffees: %d\n", coffees);
}
