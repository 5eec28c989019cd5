/* Every access is atomic, and the seat is still sold twice. */
#include <omp.h>
#include <stdio.h>

static int seats = 1;

//> two-atomics
static int book(void)
{
    int left;

    #pragma omp atomic read
    left = seats;
    if (left > 0) {
        #pragma omp atomic update
        seats = seats - 1;
        return 1;
    }
    return 0;
}
//< two-atomics

int main(void)
{
    int ticket[2];

    #pragma omp parallel num_threads(2) default(none) shared(ticket)
    ticket[omp_get_thread_num()] = book();

    printf("tickets %d, seats %d\n", ticket[0] + ticket[1], seats);
}
