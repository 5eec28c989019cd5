// atomic compare with capture, fail and weak: a number drawn once each. Look and
// then write, and two threads draw the same.
// expect: PASS, outcomes 1
// expect -DAPART: VARIES
#include <omp.h>
int main(void)
{
    int next = 0, drawn[2] = {0};
#pragma omp parallel num_threads(2)
    {
        int mine, won = 0, was;
        while (!won) {
#pragma omp atomic read
            mine = next;
#ifdef APART
#pragma omp atomic write
            next = mine + 1;
            won = 1;
            was = mine;
#else
#pragma omp atomic compare capture weak seq_cst fail(relaxed)
            {
                won = next == mine;
                if (won) {
                    next = mine + 1;
                } else {
                    was = next;
                }
            }
#endif
        }
        (void)was;
        drawn[omp_get_thread_num()] = mine;
    }
    return drawn[0] == drawn[1];
}
