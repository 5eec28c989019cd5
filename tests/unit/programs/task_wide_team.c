// expect: UNDECIDED, outcomes 1, at random
// expect -DSHARED: RACE, at random
/* A team as wide as can be leaves no thread for tasks: who creates them
 * runs them, and they are concurrent all the same. */
enum { TASKS = 100 };

int part[TASKS];

int main(void)
{
    #pragma omp parallel num_threads(64)
    #pragma omp single
    for (int i = 0; i < TASKS; i++) {
        #pragma omp task
#ifdef SHARED
        part[i / 2]++;
#else
        part[i]++;
#endif
    }
    return 0;
}
