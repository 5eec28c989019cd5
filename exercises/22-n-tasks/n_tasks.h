/* n_tasks.h - the contract of exercise 22. */
#ifndef N_TASKS_H
#define N_TASKS_H

/* What one ticket costs, in cents. */
enum { PRICE = 950 };

/* Provided. Does task i, which takes 50 units of time. Several threads
 * may call it at the same time, each for another task. */
void do_task(int i);

/* Yours. Calls do_task(i) once for each i from 0 to n - 1, in any order
 * and by as many threads as OpenMP chooses. n is 0 or more. When the
 * function returns, all tasks are done. */
void run_tasks(int n);

/* Yours. Buyer i has bought tickets[i] tickets: sets bills[i] to what
 * they cost, in cents, for each i from 0 to n - 1, by as many threads
 * as OpenMP chooses. n is 0 or more; the arrays do not overlap. */
void write_bills(int n, const int tickets[], int bills[]);

#endif
