// expect: RACE, on k, races 2
// expect race: RACE, on k
// Two reads of one line are one place for the reader.
#include <stdlib.h>

int main(void)
{
    int k = 0;
    #pragma omp parallel num_threads(2)
    if (k == 1 || k == 2 || k == 3)
        abort();
    else
        k = 0;
    return k;
}
