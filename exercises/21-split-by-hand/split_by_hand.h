/* split_by_hand.h - the contract of exercise 21. */
#ifndef SPLIT_BY_HAND_H
#define SPLIT_BY_HAND_H

/* The tasks begin, begin + 1 … end - 1. Empty when begin equals end. */
struct range {
    int begin, end;
};

/* Provided. Does task i, which takes 50 units of time. Several threads
 * may call it at the same time, each for another task. */
void do_task(int i);

/* Yours. The tasks of thread number t in a team of `threads` threads.
 *
 * n         how many tasks there are: 0 or more
 * threads   1 or more
 * t         0 … threads - 1
 *
 * Together the shares of all threads hold each of the tasks 0 … n - 1
 * exactly once. The largest share is as small as it can be. */
struct range share(int n, int threads, int t);

/* Yours. Calls do_task(i) once for each i from 0 to n - 1. A team of as
 * many threads as OpenMP chooses does it: thread t does its share. When
 * the function returns, all tasks are done. */
void run_all(int n);

#endif
