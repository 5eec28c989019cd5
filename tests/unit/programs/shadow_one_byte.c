// One thread fills a block, all but a byte or all of it; the other writes that byte.
// expect race: PASS
// expect race -DALL: RACE, on block[500003], races 1
#include <stdio.h>
#include <string.h>

enum { N = 1000000, HOLE = 500003 };
static char block[N];

int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp sections
    {
#pragma omp section
        {
#ifdef ALL
            memset(block, 1, N);
#else
            memset(block, 1, HOLE);
            memset(block + HOLE + 1, 1, N - HOLE - 1);
#endif
        }
#pragma omp section
        block[HOLE] = 2;
    }
    printf("%d\n", block[HOLE] != 0);
    return 0;
}
