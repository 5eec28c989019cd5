// expect: WRONG — SHOWS shows are numbered from 0 to SHOWS
#include "lock_per_show.h"
void open_shows(struct show shows[SHOWS], int seats)
{
    for (int i = 0; i <= SHOWS; i++) { shows[i].seats = seats; omp_init_lock(&shows[i].lock); }
}
int book(struct show shows[SHOWS], int show, int buyer)
{
    int ticket = 0;
    omp_set_lock(&shows[show].lock);
    if (shows[show].seats > 0) { shows[show].seats--; mark_seat(show, buyer); ticket = 1; }
    omp_unset_lock(&shows[show].lock);
    return ticket;
}
void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i <= SHOWS; i++) omp_destroy_lock(&shows[i].lock);
}
