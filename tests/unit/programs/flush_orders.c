// flush release and flush acquire around relaxed atomics pass on what was written;
// two flushes of one kind do not.
// expect: PASS, outcomes 1
// expect -DAFTER=release: RACE, on data
// expect -DBEFORE=acquire: RACE, on data
// expect -DBEFORE=acq_rel -DAFTER=seq_cst: PASS, outcomes 1
#ifndef BEFORE
#define BEFORE release
#endif
#ifndef AFTER
#define AFTER acquire
#endif
int main(void)
{
    int data = 0, ready = 0, seen = 0;
#pragma omp parallel sections num_threads(2)
    {
#pragma omp section
        {
            data = 42;
#pragma omp flush BEFORE
#pragma omp atomic write relaxed
            ready = 1;
        }
#pragma omp section
        {
            int go = 0;
            while (!go) {
#pragma omp atomic read relaxed
                go = ready;
            }
#pragma omp flush AFTER
            seen = data;
        }
    }
    return seen == 42 ? 0 : 1;
}
