// C11: release store, acquire load, then the data.
// expect -DORDER=memory_order_release: PASS, threads 2, by states
// expect -DORDER=memory_order_relaxed: RACE, on data, threads 2, by states
#include <omp.h>
#include <stdatomic.h>

static int data;
static atomic_int ready;

int main(void)
{
    int seen = 1;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            data = 1;
            atomic_store_explicit(&ready, 1, ORDER);
        } else {
            while (!atomic_load_explicit(&ready, memory_order_acquire))
                ;
            seen = data;
        }
    }
    return seen > 1;
}
