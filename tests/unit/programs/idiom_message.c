// A message and the flag that it is there: the writer must publish, the reader
// must take notice, by the orders of the flag or by flushes beside it.
// expect -DPUT=release -DGET=acquire: PASS, outcomes 1
// expect -DPUT=seq_cst -DGET=seq_cst: PASS, outcomes 1
// expect -DPUT=seq_cst -DGET=acquire: PASS, outcomes 1
// expect -DPUT=relaxed -DGET=acquire: RACE, on message
// expect -DPUT=release -DGET=relaxed: RACE, on message
// expect -DPUT=relaxed -DGET=relaxed: RACE, on message
// expect -DPUT=relaxed -DGET=relaxed -DFLUSH: PASS, outcomes 1
// expect -DPUT=release -DGET=relaxed -DFLUSH: PASS, outcomes 1
#include <omp.h>
int message, there;
static void flush(void)
{
#if defined(FLUSH)
#pragma omp flush
#endif
}
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        message = 7;
        flush();
#pragma omp atomic write PUT
        there = 1;
    } else {
        int now;
        do {
#pragma omp atomic read GET
            now = there;
        } while (!now);
        flush();
        got = message;
    }
    return got;
}
