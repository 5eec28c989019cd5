/* One seat, and as many buyers as the team has threads. */
#include <omp.h>
#include <stdio.h>

static int seats = 1;

static int book(void)
{
    if (seats > 0) {
        seats = seats - 1;
        return 1;
    }
    return 0;
}

int main(void)
{
    int ticket[8] = {0}, tickets = 0;

    #pragma omp parallel default(none) shared(ticket)
    ticket[omp_get_thread_num()] = book();

    for (int i = 0; i < 8; i++)
        tickets += ticket[i];
    printf("tickets %d, seats %d\n", tickets, seats);
}
