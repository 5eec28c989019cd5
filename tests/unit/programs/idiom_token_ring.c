// A token goes round: whoever has it may write, then passes it on.
// expect -DT=2: PASS, outcomes 1
// expect -DT=4: PASS, outcomes 1, by states
// expect -DT=3 -DKEEPS: ENDLESS, outcomes 1
#include <omp.h>
int token, data;
int main(void)
{
#pragma omp parallel num_threads(T)
    for (int round = 0; round < 2; round++) {
        int me = omp_get_thread_num(), now;
        do {
#pragma omp atomic read acquire
            now = token;
        } while (now != me);
        data = 2 * data + me;
#if defined(KEEPS)
        if (me == 1)
            continue;
#endif
#pragma omp atomic write release
        token = (me + 1) % T;
    }
    return data;
}
