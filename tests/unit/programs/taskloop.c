// expect -DWHAT=grainsize(2): PASS, outcomes 1
// expect -DWHAT=num_tasks(3): PASS, outcomes 1
// expect -DWHAT=nogroup: PASS, outcomes 1
int seen[5];
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp taskloop WHAT
        for (int i = 0; i < 5; i++)
            seen[i]++;
    }
    return seen[0] + seen[1] + seen[2] + seen[3] + seen[4] == 5 ? 0 : 1;
}
