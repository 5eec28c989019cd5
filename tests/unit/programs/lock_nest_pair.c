// Both hold the nestable lock, and set it again inside.
// expect: PASS, threads 2, outcomes 1
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

static void add(int a, int b)
{
    omp_set_nest_lock(&p.lock);
    add_a(a);
    add_b(b);
    omp_unset_nest_lock(&p.lock);
}

int main(void)
{
    omp_init_nest_lock(&p.lock);
#pragma omp parallel sections
    {
#pragma omp section
        add(1, 2);
#pragma omp section
        add(3, 4);
    }
    omp_destroy_nest_lock(&p.lock);
    return p.a != 4 || p.b != 6;
}
