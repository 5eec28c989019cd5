// atomic compare in its other forms: the least and the greatest that was met.
// expect: PASS, outcomes 1
// expect -DBARE: RACE, on least
static int least = 100, most, old[4];
int main(void)
{
#pragma omp parallel for num_threads(2) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        int x = 5 + (i * 7) % 4;
#ifdef BARE
        if (x < least)
            least = x;
#else
#pragma omp atomic compare
        if (x < least) {
            least = x;
        }
#endif
#pragma omp atomic compare
        most = x > most ? x : most;
#pragma omp atomic compare capture acq_rel
        {
            old[i] = most;
            if (most == 1) {
                most = 2;
            }
        }
    }
    return least == 5 && most == 8 ? 0 : 1;
}
