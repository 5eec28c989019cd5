// order(concurrent): iterations that one thread runs have no order either.
// expect -DAPART: PASS, outcomes 1
// expect -DNEXT: RACE, on a[1]
// expect -DLATE: RACE, on a[0]
// expect -DSUM: RACE, on sum
// expect -DSUM -DREDUCED: PASS, outcomes 1
// expect -DSAME_CELL: RACE, on last
// expect -DSAME_CELL -DCLAUSE=lastprivate(last): PASS, outcomes 1
// expect -DKEPT: RACE, on kept
// expect -DKEPT -DFRESH: PASS, outcomes 1
// expect -DATOMIC: PASS, outcomes 1
// expect -DTWICE: RACE, on a[3]
// expect -DLOCKED: PASS, outcomes 1
// expect -DLOCKED -DUNLOCKED_TOO: RACE, on sum
#if defined REDUCED
#define CLAUSE reduction(+ : sum)
#elif !defined CLAUSE
#define CLAUSE
#endif
#include <pthread.h>
static int a[8], sum, last;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void set(int *cell, int value) { *cell = value; }
static void add(int *cell, int value) { *cell += value; }

static void add_locked(int *cell, int value)
{
    pthread_mutex_lock(&lock);
    *cell += value;
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    int kept = 0;
#pragma omp parallel num_threads(1) private(kept)
    {
        kept = 0;
#pragma omp for order(concurrent) CLAUSE
        for (int i = 0; i < 4; i++) {
            int own;
            set(&own, i);
#if defined NEXT
            a[i] = i + 1 < 4 ? a[i + 1] + own : 0;
#elif defined LATE
            a[i] = i >= 2 ? a[i - 2] + own : own;
#elif defined SUM
            sum += own;
#elif defined SAME_CELL
            last = own;
#elif defined KEPT
#ifdef FRESH
            set(&kept, 0);
#endif
            add(&kept, own);
            a[i] = kept;
#elif defined ATOMIC
            __atomic_fetch_add(&sum, own, __ATOMIC_RELAXED);
#elif defined LOCKED
            add_locked(&sum, own);
#ifdef UNLOCKED_TOO
            add(&sum, 1);
#endif
#elif defined TWICE
            a[own == 2 ? 3 : own] = own;
#else
            a[i] = own;
#endif
        }
    }
    return 0;
}
