// declare target: variables and functions of the device are those of the host here.
// expect: PASS, outcomes 1
// expect -DBARE: RACE, on hits
#pragma omp declare target
static int hits, table[4] = {1, 2, 3, 4};
static int look(int i) { return table[i]; }
#pragma omp end declare target
int main(void)
{
#pragma omp target parallel for num_threads(2)
    for (int i = 0; i < 4; i++)
        if (look(i) > 2) {
#ifndef BARE
#pragma omp atomic
#endif
            hits++;
        }
        else if (look(i) == 2) {
#ifndef BARE
#pragma omp atomic
#endif
            hits += 2;
        }
#pragma omp target update from(hits)
    return hits == 4 ? 0 : 1;
}
