// expect: RACE — checks without the lock, and takes it only for the update
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
    if (shows[show].seats == 0)
        return 0;
    omp_set_lock(&shows[show].lock);
    shows[show].seats--;
    mark_seat(show, buyer);
    omp_unset_lock(&shows[show].lock);
    return 1;
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
