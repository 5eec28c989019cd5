/* Two different jobs side by side: one section for each. */
#include <stdio.h>

void work(int units);

int main(void)
{
    int beans = 0, milk = 0;

    //> sections
    #pragma omp parallel sections num_threads(2)
    {
        #pragma omp section
        {
            work(30); /* grind the beans */
            beans = 1;
        }
        #pragma omp section
        {
            work(20); /* froth the milk */
            milk = 1;
        }
    }
    /* Here both are done. */
    printf("%d cappuccino\n", beans && milk);
    //< sections
}
