// reduction(default, ...) is the plain one; a loop in a region that is itself reduced.
// expect: PASS, outcomes 1
// expect -DINNER_BARE: RACE, on sum
int main(void)
{
    int sum = 0, most = 0;
#pragma omp parallel num_threads(2)
    {
#ifdef INNER_BARE
#pragma omp for
#else
#pragma omp for reduction(default, + : sum) reduction(max : most)
#endif
        for (int i = 0; i < 4; i++) {
            sum += i;
#ifndef INNER_BARE
            most = i > most ? i : most;
#endif
        }
#pragma omp sections reduction(default, + : sum)
        {
            sum += 10;
#pragma omp section
            sum += 20;
        }
    }
    return sum == 36 ? most - 3 : 1;
}
