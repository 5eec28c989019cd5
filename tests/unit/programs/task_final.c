// Descendants of a final task are part of it.
// expect -DFINAL=1: PASS, outcomes 1
// expect -DFINAL=0: RACE, on x
#include <omp.h>
int main(void)
{
    int x = 0, inner = 0;
#pragma omp parallel num_threads(2) shared(x, inner)
#pragma omp single
    {
#pragma omp task shared(x, inner) final(FINAL)
        {
#pragma omp task shared(x, inner)
            {
                inner = omp_in_final();
#pragma omp task shared(x)
                x += 1;
            }
            x += 2;
        }
    }
    return x == 3 && inner == FINAL ? 0 : 1;
}
