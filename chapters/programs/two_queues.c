/* Two queues of coffee orders, and one thread for each queue. */
#include <omp.h>
#include <stdio.h>

void work(int units);

enum { ORDERS = 3 };

int main(void)
{
    int served[2] = {0, 0};

    //> queues
    #pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        int team = omp_get_num_threads();
        for (int queue = me; queue < 2; queue += team)
            for (int order = 0; order < ORDERS; order++) {
                work(10); /* a coffee keeps a core busy: 10 units */
                served[queue] = served[queue] + 1;
            }
    }
    //< queues
    printf("queue 0: %d coffees, queue 1: %d coffees\n", served[0],
           served[1]);
}
