/* One seat, two buyers, one at a time. */
#include <omp.h>
#include <stdio.h>

static int seats = 1;

//> critical
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
//< critical

int main(void)
{
    int ticket[2];

    #pragma omp parallel num_threads(2) default(none) shared(ticket)
    ticket[omp_get_thread_num()] = book();

    printf("tickets %d, seats %d\n", ticket[0] + ticket[1], seats);
}
