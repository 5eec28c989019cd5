/* Two coffee machines, a lock for each, four baristas. */
#include <omp.h>
#include <stdio.h>

void work(int units);

//> machine
struct machine {
    omp_lock_t lock; /* whoever holds it may use the machine */
    int cups;        /* protected by lock */
};

static void brew(struct machine *machine)
{
    omp_set_lock(&machine->lock);
    work(10);
    machine->cups = machine->cups + 1;
    omp_unset_lock(&machine->lock);
}
//< machine

int main(void)
{
    //> life
    struct machine machine[2];

    for (int i = 0; i < 2; i++) {
        omp_init_lock(&machine[i].lock);
        machine[i].cups = 0;
    }

    #pragma omp parallel for num_threads(4) default(none) \
        shared(machine)
    for (int order = 0; order < 4; order++)
        brew(&machine[order % 2]);

    for (int i = 0; i < 2; i++)
        omp_destroy_lock(&machine[i].lock);
    //< life
    printf("%d and %d cups\n", machine[0].cups, machine[1].cups);
}
