// expect: ATOMICITY — protects the counter, but not the plan
#include "lock_per_show.h"

void open_shows(struct show shows[SHOWS], int seats)
{
    for (int i = 0; i < SHOWS; i++) {
        omp_init_lock(&shows[i].lock);
        shows[i].seats = seats;
    }
}

int book(struct show shows[SHOWS], int show, int buyer)
{
    int ticket = 0;
    omp_set_lock(&shows[show].lock);
    if (shows[show].seats > 0) {
        shows[show].seats--;
        ticket = 1;
    }
    omp_unset_lock(&shows[show].lock);
    if (ticket)
        mark_seat(show, buyer);
    return ticket;
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
