// expect: CRASH — initialises a copy of the show, not the show
#include "lock_per_show.h"

void open_shows(struct show shows[SHOWS], int seats)
{
    for (int i = 0; i < SHOWS; i++) {
        struct show show;
        omp_init_lock(&show.lock);
        show.seats = seats;
        shows[i].seats = show.seats;
    }
}

int book(struct show shows[SHOWS], int show, int buyer)
{
    int ticket = 0;
    omp_set_lock(&shows[show].lock);
    if (shows[show].seats > 0) {
        shows[show].seats--;
        mark_seat(show, buyer);
        ticket = 1;
    }
    omp_unset_lock(&shows[show].lock);
    return ticket;
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
