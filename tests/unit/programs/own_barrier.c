// A sense-reversing barrier of C11 atomics.
// expect: PASS, outcomes 1, by states
#include <omp.h>
#include <stdio.h>
#include <stdatomic.h>
atomic_int count;
atomic_int sense;
int data[3];
static void bar(int n, int *my)
{
    *my = !*my;
    if (atomic_fetch_add(&count, 1) == n - 1) {
        atomic_store(&count, 0);
        atomic_store(&sense, *my);
    } else
        while (atomic_load(&sense) != *my)
            ;
}
int main(void)
{
    int s = 0;
#pragma omp parallel num_threads(3) reduction(+ : s)
    {
        int my = 0, me = omp_get_thread_num();
        data[me] = me + 1;
        bar(3, &my);
        s += data[(me + 1) % 3];
        bar(3, &my);
        data[me] = 0;
    }
    printf("%d\n", s);
    return 0;
}
