/* skewed_tasks.h - the contract of exercise 25. */
#ifndef SKEWED_TASKS_H
#define SKEWED_TASKS_H

/* Provided. Does task i, which takes a time that only the task itself
 * knows, 2 to 128 units. Several threads may call it at the same time,
 * each for another task. */
void do_task(int i);

/* Yours. Calls do_task(i) once for each i from 0 to n - 1, in any order
 * and by as many threads as OpenMP chooses, so that no thread waits
 * long for the others. n is 0 or more. When the function returns, all
 * tasks are done. */
void run_skewed(int n);

#endif
