/* times.c - how long the rows of stage 4 take with one and with two threads.
 *
 *     program times
 *
 * prints a line for each row: seconds with one thread, with two, and the row's
 * name: the least of many runs, for a thread that has lost its core to another
 * program keeps all of its team waiting at the next barrier. A unit of work() is a microsecond, as on the virtual machine.
 */
#include "check/real/real.h"

#include <stdio.h>
#include <sys/prctl.h>
#include <time.h>

#include "check/check.h"

enum { TIMES = 500, CALIBRATION = 1000000 };

static double spins_per_unit; /* 0: nothing is timed */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void spin(double times)
{
    for (volatile long i = (long)times; i > 0; i--)
        continue;
}

bool timed_work(int amount)
{
    if (spins_per_unit > 0)
        spin(spins_per_unit * amount);
    return spins_per_unit > 0;
}

static void calibrate(void)
{
    double best = 1e9;
    for (int i = 0; i < 100; i++) {
        double start = now();
        spin(CALIBRATION);
        double seconds = now() - start;
        best = seconds < best ? seconds : best;
    }
    spins_per_unit = CALIBRATION / best * 1e-6;
    prctl(PR_SET_TIMERSLACK, 1); /* or each pause_for() takes 50 units more */
}

static double once(const struct row *row, int team)
{
    begin_run(team);
    double start = now();
    row->body(row->inputs);
    return now() - start;
}

int print_times(void)
{
    calibrate();
    for (const struct row *row = exercise.rows; row->name; row++) {
        double least[2] = {1e9, 1e9};
        if (row->stage != FOUR_CORES)
            continue;
        for (int i = 0; i < TIMES; i++)
            for (int team = 1; team <= 2; team++) {
                double seconds = once(row, team);
                least[team - 1] = seconds < least[team - 1] ? seconds : least[team - 1];
            }
        printf("%.9f %.9f %s\n", least[0], least[1], row->name);
    }
    return 0;
}
