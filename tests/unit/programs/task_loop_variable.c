// A task captures a firstprivate copy; sharing the loop's variable races.
// expect -DHOW=firstprivate: PASS, outcomes 1
// expect -DHOW=shared: RACE
int got[3];
int main(void)
{
    int i = 0, *where = &i;
#pragma omp parallel num_threads(2) shared(i)
#pragma omp single
    {
        for (i = 0; i < 3; i++) {
#pragma omp task HOW(i)
            got[i < 3 ? i : 0] = i;
        }
#pragma omp taskwait
    }
    return got[2] + *where;
}
