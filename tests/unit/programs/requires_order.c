// requires atomic_default_mem_order: the atomics of a flag publish what was written
// before, without a clause of their own.
// expect: PASS, outcomes 1
// expect -DORDER=seq_cst: PASS, outcomes 1
// expect -DORDER=relaxed: RACE, on data
#ifndef ORDER
#define ORDER acq_rel
#endif
#pragma omp requires atomic_default_mem_order(ORDER)
int main(void)
{
    int data = 0, ready = 0, seen = 0;
#pragma omp parallel sections num_threads(2)
    {
#pragma omp section
        {
            data = 42;
#pragma omp atomic write
            ready = 1;
        }
#pragma omp section
        {
            int go = 0;
            while (!go) {
#pragma omp atomic read
                go = ready;
            }
            seen = data;
        }
    }
    return seen == 42 ? 0 : 1;
}
