// The length is known only at run time.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int length = argc > 1 ? atoi(argv[1]) : N;
    int a[length + 1];
    for (int i = 0; i <= length; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < length; i++)
        a[i] = a[i + 1] + 1;
    return a[0] != 2;
}
