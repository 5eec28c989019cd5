// A task that shares its creator's copy of a reduction takes no part in it, and may
// run on another worker, or on the same one: it races with its creator.
// expect: PASS, outcomes 1
// expect race: PASS
// expect race -DSHARES: RACE, races 3
// expect race -DSHARES -DWITHIN: RACE, races 3
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(task, + : sum)
#pragma omp masked
    {
#ifdef WITHIN
#pragma omp task in_reduction(+ : sum)
#endif
        {
#ifdef SHARES
#pragma omp task shared(sum)
#else
#pragma omp task in_reduction(+ : sum)
#endif
            sum += 1;
            sum += 2;
        }
    }
    return sum != 3;
}
