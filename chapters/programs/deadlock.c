/* A barista needs the machine and the grinder. */
#include <omp.h>
#include <stdio.h>

static omp_lock_t machine, grinder;
static int cups; /* protected by both locks */

//> deadlock
static void ann(void)
{
    omp_set_lock(&machine);
    omp_set_lock(&grinder);
    cups = cups + 1;
    omp_unset_lock(&grinder);
    omp_unset_lock(&machine);
}

static void bob(void)
{
    omp_set_lock(&grinder);
    omp_set_lock(&machine);
    cups = cups + 1;
    omp_unset_lock(&machine);
    omp_unset_lock(&grinder);
}
//< deadlock

int main(void)
{
    omp_init_lock(&machine);
    omp_init_lock(&grinder);

    #pragma omp parallel num_threads(2) default(none)
    if (omp_get_thread_num() == 0)
        ann();
    else
        bob();

    omp_destroy_lock(&grinder);
    omp_destroy_lock(&machine);
    printf("%d cups\n", cups);
}
