// One thread counts; the single's barrier lets the others read it.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

int main(void)
{
    int count = 0, seen[8] = {0};
#pragma omp parallel shared(count, seen) num_threads(3)
    {
        static int next;
#pragma omp single
        count += 1;
        int place;
#pragma omp atomic capture
        place = next++;
        seen[place] = count;
    }
    printf("%d\n", seen[0] + seen[1] + seen[2]);
    return 0;
}
