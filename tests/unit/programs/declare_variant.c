// declare variant: within a parallel region another function is called. The one
// that is for a single thread must not be called by two.
// expect: PASS, outcomes 1
// expect -DKEPT: RACE, on total
static int total;
static void add_shared(int value)
{
#pragma omp atomic
    total += value;
}
#ifndef KEPT
#pragma omp declare variant(add_shared) match(construct = {parallel})
#endif
static void add(int value) { total += value; }
int main(void)
{
    add(1);
#pragma omp parallel num_threads(2)
    add(2);
    add(0);
    return total == 5 ? 0 : 1;
}
