/* Waiting is not working: two kettles boil, nobody's hands are busy. */
#include <omp.h>
#include <stdio.h>

void work(int units);
void pause_for(int units);

int main(void)
{
    int cups[2] = {0, 0};

    //> kettles
    #pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        int team = omp_get_num_threads();
        for (int kettle = me; kettle < 2; kettle += team) {
            pause_for(20); /* it boils; the core is free */
            work(10);      /* we pour */
            cups[kettle] = 1;
        }
    }
    //< kettles
    printf("%d cups of tea\n", cups[0] + cups[1]);
}
