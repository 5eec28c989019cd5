// The loop construct by its other names; chunks that one thread takes one after
// the other; a loop that is run twice; a simd loop in one; collapsed loops.
// expect: PASS, outcomes 1
// expect -DLOOP: RACE, on a[1]
// expect -DTEAMS: RACE, on a[1]
// expect -DCHUNKS: RACE, on a[2]
// expect -DSIMD: RACE, on a[1]
// expect -DINNER: RACE, on b[1]
// expect -DCOLLAPSED: RACE, on b[0]
static int a[8], b[8];

int main(void)
{
    for (int time = 0; time < 2; time++) {
#pragma omp parallel loop num_threads(2)
        for (int i = 0; i < 8; i++)
            a[i]++;
#pragma omp parallel num_threads(2)
#pragma omp for schedule(dynamic) order(concurrent)
        for (int i = 0; i < 4; i++)
            a[i]++;
    }
#ifdef LOOP
#pragma omp loop bind(thread)
    for (int i = 0; i < 4; i++)
        a[i] = a[i + 1];
#endif
#ifdef TEAMS
#pragma omp teams loop num_teams(1)
    for (int i = 0; i < 4; i++)
        a[i] = a[i + 1];
#endif
#ifdef CHUNKS
#pragma omp parallel for num_threads(1) schedule(dynamic, 2) order(concurrent)
    for (int i = 0; i < 4; i++)
        if (i == 1 || i == 2)
            a[i] = a[i + 1];
#endif
#ifdef SIMD
#pragma omp simd order(concurrent)
    for (int i = 0; i < 4; i++)
        a[i] = a[i + 1];
#endif
#pragma omp loop bind(thread)
    for (int i = 0; i < 2; i++) {
#pragma omp simd
        for (int j = 1; j < 4; j++)
#ifdef INNER
            b[4 * i + j] = b[4 * i + j - 1];
#else
            b[4 * i + j] = j;
#endif
    }
#ifdef COLLAPSED
#pragma omp loop bind(thread) collapse(2)
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            b[j] = i;
#endif
    return a[0] + a[7] == 6 ? 0 : 1;
}
