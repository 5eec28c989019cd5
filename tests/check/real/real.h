/* real.h - what times.c needs of main.c, and the other way round. */
#ifndef REAL_H
#define REAL_H

#include <stdbool.h>

/* Forgets the run before; the next has teams of so many threads. */
void begin_run(int team);

/* While rows are timed a unit of work() is a microsecond of real work. */
bool timed_work(int amount);

/* The rows of stage 4 with 1 and with 2 threads: seconds, a line each. */
int print_times(void);

#endif
