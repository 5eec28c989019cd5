// expect -DWAY=1: ENDLESS, outcomes 1
// expect -DWAY=2: ENDLESS, outcomes 1
// expect -DWAY=3: ENDLESS, outcomes 1
// expect -DWAY=4: ENDLESS, outcomes 1
// expect race -DWAY=1: ENDLESS
// C11's atomics are read into a temporary that lies in memory: writing that changes
// nothing for anybody else, and a loop that does no more than that waits.
#include <sched.h>
#include <stdatomic.h>

static atomic_uint next, serving;

static inline void relax(void)
{
    volatile int nothing = 0;
    (void)nothing;
}

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        unsigned mine = atomic_fetch_add_explicit(&next, 1, memory_order_relaxed);
        if (WAY == 1)
            while (serving != mine)
                ;
        if (WAY == 2)
            while (atomic_load_explicit(&serving, memory_order_acquire) != mine)
                relax();
        if (WAY == 3)
            while (atomic_load(&serving) != mine)
                sched_yield();
        int rounds = 0;
        if (WAY == 4)
            while (serving != mine)
                rounds = (rounds + 1) % 100;
    }
    return 0;
}
