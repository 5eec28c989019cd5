// Two readers that both want to write wait for each other to leave.
// expect: ENDLESS, outcomes 2
#include <omp.h>
int readers, written;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int now;
#pragma omp atomic update seq_cst
        readers++;
        do {
#pragma omp atomic read seq_cst
            now = readers;
        } while (now != 1);
#pragma omp atomic update seq_cst
        written++;
#pragma omp atomic update seq_cst
        readers--;
    }
    return written;
}
