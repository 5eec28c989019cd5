// affinity and in_reduction clauses with iterators; a taskwait that need not wait for
// all: depend with a mutexinoutset and an iterator.
// expect: PASS, outcomes 1
// expect -DTOO_FEW: RACE, on a[3]
#ifdef TOO_FEW
#define COUNT 3
#else
#define COUNT 4
#endif
int main(void)
{
    int a[4] = {0}, sum = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
        for (int i = 0; i < 4; i++) {
#pragma omp task depend(out : a[i]) affinity(iterator(j = 0 : 2) : a[j]) firstprivate(i)
            a[i] = i;
        }
#pragma omp taskwait depend(iterator(k = 0 : COUNT), in : a[k])
        for (int i = 0; i < 4; i++)
            sum += a[i];
    }
    return sum == 6 ? 0 : 1;
}
