// expect: SLOW — one lock for all shows: a buyer for one show waits for the buyers of all others
#include "lock_per_show.h"

static omp_lock_t office;

void open_shows(struct show shows[SHOWS], int seats)
{
    omp_init_lock(&office);
    for (int i = 0; i < SHOWS; i++)
        shows[i].seats = seats;
}

int book(struct show shows[SHOWS], int show, int buyer)
{
    int ticket = 0;
    omp_set_lock(&office);
    if (shows[show].seats > 0) {
        shows[show].seats--;
        mark_seat(show, buyer);
        ticket = 1;
    }
    omp_unset_lock(&office);
    return ticket;
}

void close_shows(struct show shows[SHOWS])
{
    (void)shows;
    omp_destroy_lock(&office);
}
