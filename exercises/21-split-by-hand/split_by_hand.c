#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    // TODO: thread t's part only. Now everybody's share is everything.
    (void)threads;
    (void)t;
    return (struct range){0, n};
}

void run_all(int n)
{
    // TODO: a team, in which each thread does its own share.
    struct range mine = share(n, 1, 0);
    for (int i = mine.begin; i < mine.end; i++)
        do_task(i);
}
