// What a thread leaves in its copy it finds there in the next region.
// expect: PASS, threads 3, outcomes 1
#include <omp.h>

static int counter;
#pragma omp threadprivate(counter)

int main(void)
{
    int wrong = 0;
    omp_set_dynamic(0);
#pragma omp parallel num_threads(3)
    counter = omp_get_thread_num() * 10;
#pragma omp parallel num_threads(3) reduction(+ : wrong)
    {
        counter++;
        wrong += counter != omp_get_thread_num() * 10 + 1;
    }
    return wrong;
}
