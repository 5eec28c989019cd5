/* coffee_two_machines.h - the contract of exercise 13. */
#ifndef COFFEE_TWO_MACHINES_H
#define COFFEE_TWO_MACHINES_H

/* Provided. Makes the coffee of one customer: keeps the machine (the
 * core that calls it) busy for 50 units of time. Returns the price in
 * cents. Two threads may call it at the same time, for two different
 * customers. */
int serve(int customer);

/* Yours. Serves each customer of both queues once: the left queue in
 * the order left[0], left[1] … at one machine and, at the same time,
 * the right queue in its order at another. A machine is a thread.
 *
 * left, left_count     the customers of the left queue, how many
 * right, right_count   the same for the right queue
 *
 * A queue may be empty; no customer stands in line twice. Returns the
 * sum of all prices in cents, when all have been served. */
int serve_both(const int left[], int left_count,
               const int right[], int right_count);

#endif
