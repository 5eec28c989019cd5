// A variable of the region's own function is known by name, whoever comes second.
// expect: RACE, on k
// expect race: RACE, on k
// expect race -DLOOP: RACE, on k
int a[4];
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#ifdef LOOP
        for (int k = 0; k < 3; k++) {
#pragma omp task shared(k)
            a[k]++;
        }
#else
        int k = 0;
#pragma omp task shared(k)
        a[k]++;
        k++;
#endif
    }
    return 0;
}
