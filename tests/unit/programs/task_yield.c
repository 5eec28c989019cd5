// At a taskyield an untied task lets others run on its thread.
// expect: PASS, outcomes 1
// expect -DTIED: ENDLESS
// expect -DNO_YIELD: ENDLESS
#ifdef TIED
#define UNTIED
#else
#define UNTIED untied
#endif
int ready;
static int look(void)
{
    int seen;
#pragma omp atomic read acquire
    seen = ready;
    return seen;
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
        for (int i = 0; i < 2; i++) {
#pragma omp task UNTIED
            while (!look()) {
#ifndef NO_YIELD
#pragma omp taskyield
#endif
            }
        }
#pragma omp task
#pragma omp atomic write release
        ready = 1;
    }
    return 0;
}
