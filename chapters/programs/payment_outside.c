/* Four buyers pay and book: the payment takes a while. */
#include <omp.h>
#include <stdio.h>

void work(int units);
void pause_for(int units);

static int seats = 100;

//> outside
static void buy(void)
{
    pause_for(20); /* the bank takes its time */

    #pragma omp critical(box_office)
    {
        work(2); /* find a good seat */
        seats = seats - 1;
    }
}
//< outside

int main(void)
{
    #pragma omp parallel for num_threads(4) default(none)
    for (int buyer = 0; buyer < 4; buyer++)
        buy();

    printf("seats %d\n", seats);
}
