// Three philosophers: each takes the left fork first; the last one takes the
// right one first; or only two of them may sit down at a time.
// expect -DWAY=LEFT: DEADLOCK, outcomes 2
// expect -DWAY=LAST_TURNS: PASS, outcomes 1
// expect -DWAY=TWO_SIT: PASS, outcomes 1, by states
#include <omp.h>
enum { LEFT, LAST_TURNS, TWO_SIT };
omp_lock_t fork_of[3];
int sitting, meals;
static void sit_down(void)
{
    for (int done = 0; !done;) {
        int now;
#pragma omp atomic read seq_cst
        now = sitting;
        done = now < 2 && __atomic_compare_exchange_n(
                              &sitting, &now, now + 1, 0,
                              __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    }
}
int main(void)
{
    for (int i = 0; i < 3; i++)
        omp_init_lock(&fork_of[i]);
#pragma omp parallel num_threads(3)
    {
        int me = omp_get_thread_num(), first = me, second = (me + 1) % 3;
        if (WAY == LAST_TURNS && first > second) {
            first = second;
            second = me;
        }
        if (WAY == TWO_SIT)
            sit_down();
        omp_set_lock(&fork_of[first]);
        omp_set_lock(&fork_of[second]);
#pragma omp atomic update
        meals++;
        omp_unset_lock(&fork_of[second]);
        omp_unset_lock(&fork_of[first]);
        if (WAY == TWO_SIT) {
#pragma omp atomic update seq_cst
            sitting--;
        }
    }
    return meals;
}
