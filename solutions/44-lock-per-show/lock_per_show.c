#include "lock_per_show.h"

//> open-and-close
void open_shows(struct show shows[SHOWS], int seats)
{
    for (int i = 0; i < SHOWS; i++) {
        omp_init_lock(&shows[i].lock);
        shows[i].seats = seats;
    }
}

void close_shows(struct show shows[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        omp_destroy_lock(&shows[i].lock);
}
//< open-and-close

//> book
int book(struct show shows[SHOWS], int show, int buyer)
{
    struct show *wanted = &shows[show];
    int ticket = 0;

    /* The lock lies beside the data it protects. Buyers for other shows
     * stand before other locks and do not notice us. */
    omp_set_lock(&wanted->lock);
    if (wanted->seats > 0) {
        wanted->seats = wanted->seats - 1;
        mark_seat(show, buyer);
        ticket = 1;
    }
    /* One way out, with or without a ticket: no way to forget this. */
    omp_unset_lock(&wanted->lock);
    return ticket;
}
//< book
