/* One seat, two buyers. */
#include <omp.h>
#include <stdio.h>

//> book
static int seats = 1;

static int book(void)
{
    if (seats > 0) {
        seats = seats - 1;
        return 1;
    }
    return 0;
}
//< book

//> buyers
int main(void)
{
    int ticket[2];

    #pragma omp parallel num_threads(2) default(none) shared(ticket)
    ticket[omp_get_thread_num()] = book();

    printf("tickets %d, seats %d\n", ticket[0] + ticket[1], seats);
}
//< buyers
