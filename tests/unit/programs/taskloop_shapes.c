// Every iteration once, however the loop is divided.
// expect -DGRAIN=2: PASS, outcomes 1
// expect -DTASKS=2: PASS, outcomes 1
// expect -DHOW=if(0): PASS, outcomes 1
// expect -DHOW=final(1): PASS, outcomes 1
// expect -DHOW=untied: PASS, outcomes 1
// expect -DHOW=priority(3): PASS, outcomes 1
#ifdef GRAIN
#define HOW grainsize(strict : GRAIN)
#elif defined TASKS
#define HOW num_tasks(strict : TASKS)
#endif
int seen[3][2], last;
int main(void)
{
    int down = 0, i = 0, j = 0;
#pragma omp parallel num_threads(2) shared(i, j, down)
#pragma omp single
    {
#pragma omp taskloop HOW collapse(2) lastprivate(i, j)
        for (i = 0; i < 3; i++)
            for (j = 0; j < 2; j++)
                seen[i][j]++;
#pragma omp taskloop HOW lastprivate(last) reduction(+ : down)
        for (unsigned long k = 9; k > 4; k -= 2) {
            last = (int)k;
            down += (int)k;
        }
    }
    for (int a = 0; a < 6; a++)
        if (seen[a / 2][a % 2] != 1)
            return 1;
    return last == 5 && down == 21 && i == 3 && j == 2 ? 0 : 2;
}
