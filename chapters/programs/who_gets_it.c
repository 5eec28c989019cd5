/* No race, nothing oversold: and still more than one outcome. */
#include <omp.h>
#include <stdio.h>

static int seats = 1;

//> who
static int book(void)
{
    int ticket = 0;

    #pragma omp critical(box_office)
    if (seats > 0) {
        seats = seats - 1;
        ticket = 1;
    }
    return ticket;
}

int main(void)
{
    int ticket[2];

    #pragma omp parallel num_threads(2) default(none) shared(ticket)
    ticket[omp_get_thread_num()] = book();

    printf("the seat is sold to buyer %c\n", ticket[0] ? 'A' : 'B');
}
//< who
