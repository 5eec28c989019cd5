/* lost_update.h - two threads add to one total, and you take turns.
 *
 * The program below is given. Thread 0 and thread 1 call add() at the
 * same time, with the same total, which starts at 0. You write who goes
 * on, and for how many steps.
 *
 * A step is one access to the shared total. Every addition takes two:
 *
 *     first    reads total         … = *total + 1;
 *     second   writes total        *total = …
 *
 * What a thread has read it keeps to itself until it writes.
 */
#ifndef LOST_UPDATE_H
#define LOST_UPDATE_H

/* Adds 1 to the total, so many times. Not thread-safe: an addition may
 * be lost when two threads add at once. It stands here, not in your
 * file, so that it is the same for everyone. */
void add(int *total, int times)
{
    for (int i = 0; i < times; i++)
        *total = *total + 1;
}

/* One turn: this thread takes so many steps before the next turn. */
struct turn {
    int thread; /* 0 or 1 */
    int steps;  /* at least 1; two are one whole addition */
};

/* Your answers, each from the first step of the program to the last. */

/* Each thread adds once: 2 steps each. The total ends at 1 instead of
 * 2, with as few switches from one thread to the other as possible. */
extern const struct turn lose_one[];

/* Each thread adds 100 times: 200 steps each. The total ends at 2. */
extern const struct turn end_in_two[];

#endif
