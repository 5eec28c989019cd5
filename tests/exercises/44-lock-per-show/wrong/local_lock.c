// expect: RACE — every call makes a lock of its own, which no other thread ever sees
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
    omp_lock_t lock;
    int ticket = 0;
    omp_init_lock(&lock);
    omp_set_lock(&lock);
    if (shows[show].seats > 0) {
        shows[show].seats--;
        mark_seat(show, buyer);
        ticket = 1;
    }
    omp_unset_lock(&lock);
    omp_destroy_lock(&lock);
    return ticket;
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
