// One function holds the nestable lock, the other forgets it.
// expect: RACE, threads 2
#include <omp.h>

static struct pair {
    int a, b;
    omp_nest_lock_t lock;
} p;

static void add_a(int a)
{
    p.a += a; /* its callers hold the lock */
}

static void add_b(int b)
{
    omp_set_nest_lock(&p.lock);
    p.b += b;
    omp_unset_nest_lock(&p.lock);
}

int main(void)
{
    omp_init_nest_lock(&p.lock);
#pragma omp parallel sections
    {
#pragma omp section
        {
            omp_set_nest_lock(&p.lock);
            add_a(1);
            add_b(2);
            omp_unset_nest_lock(&p.lock);
        }
#pragma omp section
        {
            add_a(3); /* nobody does */
            add_b(4);
        }
    }
    omp_destroy_nest_lock(&p.lock);
    return p.a < 1;
}
