// expect: PASS, outcomes 1
// expect -DSHARED: RACE, on sum
#ifdef SHARED
#define REDUCTION shared(sum)
#else
#define REDUCTION reduction(+ : sum) reduction(max : most)
#endif
int main(void)
{
    int sum = 0, most = -1;
#pragma omp parallel num_threads(2) shared(sum, most)
#pragma omp single
#pragma omp taskloop num_tasks(3) REDUCTION
    for (int i = 0; i < 6; i++) {
        sum += i;
#ifndef SHARED
        most = i > most ? i : most;
#endif
    }
    return sum == 15 ? 0 : 1;
}
