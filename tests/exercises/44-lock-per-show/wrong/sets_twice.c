// expect: DEADLOCK — takes the lock again in a helper that is called with the lock held
#include "lock_per_show.h"

void open_shows(struct show shows[SHOWS], int seats)
{
    for (int i = 0; i < SHOWS; i++) {
        omp_init_lock(&shows[i].lock);
        shows[i].seats = seats;
    }
}

static int seats_left(struct show *show)
{
    omp_set_lock(&show->lock);
    int seats = show->seats;
    omp_unset_lock(&show->lock);
    return seats;
}

int book(struct show shows[SHOWS], int show, int buyer)
{
    int ticket = 0;
    omp_set_lock(&shows[show].lock);
    if (seats_left(&shows[show]) > 0) {
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
