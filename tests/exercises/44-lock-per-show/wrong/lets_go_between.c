// expect: ATOMICITY — lets go of the lock between the check and the taking of the seat
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
    omp_set_lock(&shows[show].lock);
    int free_seat = shows[show].seats > 0;
    omp_unset_lock(&shows[show].lock);
    if (free_seat) {
        omp_set_lock(&shows[show].lock);
        shows[show].seats--;
        mark_seat(show, buyer);
        omp_unset_lock(&shows[show].lock);
    }
    return free_seat;
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
