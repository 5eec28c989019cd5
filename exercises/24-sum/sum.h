/* sum.h - the contract of exercise 24. */
#ifndef SUM_H
#define SUM_H

/* Returns start + takings[0] + … + takings[n - 1], in cents, added up
 * by as many threads as OpenMP chooses.
 *
 * start     what was in the till in the morning; may be negative
 * takings   n amounts; only read
 * n         1 or more
 *
 * The sum fits into a long. */
long sum(long start, const int takings[], int n);

#endif
