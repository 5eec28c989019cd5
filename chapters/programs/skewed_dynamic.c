/* Sixteen tasks, each shorter than the one before. */
#include <stdio.h>

void work(int units);

enum { TASKS = 16 };

int main(void)
{
    int done[TASKS] = {0}, total = 0;

    //> dynamic
    #pragma omp parallel for num_threads(4) default(none) \
        shared(done) schedule(dynamic)
    for (int i = 0; i < TASKS; i++) {
        work(TASKS - i);
        done[i] = 1;
    }
    //< dynamic
    for (int i = 0; i < TASKS; i++)
        total += done[i];
    printf("%d tasks done\n", total);
}
